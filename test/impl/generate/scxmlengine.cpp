// Runs SCXML documents by Qt's own engine: one JSON object a line in, one a line out.
// {"file", "data"} starts a document afresh with other data; {"event", "data"} sends it an event. Both name the "fields" to be told.
// The answer says where it stands, what the fields hold and what was sent; it decides nothing itself.
#include <QtCore>
#include <QtScxml/QScxmlStateMachine>
#include <iostream>

int main(int argc, char **argv) {
  QCoreApplication application(argc, argv);
  QScopedPointer<QScxmlStateMachine> machine;
  QJsonArray sent;
  const auto hear = [&sent](const QScxmlEvent &event) { sent.append(event.name()); };
  std::string line;
  while (std::getline(std::cin, line)) {
    const QJsonObject asked = QJsonDocument::fromJson(QByteArray::fromStdString(line)).object();
    sent = {};
    if (asked.contains("file")) {
      machine.reset(QScxmlStateMachine::fromFile(asked["file"].toString()));
      machine->setInitialValues(asked["data"].toObject().toVariantMap());
      for (const auto *spoken : {"told", "refused", "error"}) machine->connectToEvent(spoken, machine.data(), hear);
      machine->start();
    } else {
      machine->submitEvent(asked["event"].toString(), asked["data"].toVariant());
    }
    // What an event sends is put behind it, so the queue is emptied more than once.
    for (int round = 0; round < 4; ++round) QCoreApplication::processEvents();
    QJsonObject fields;
    for (const auto &name : asked["fields"].toArray())
      fields[name.toString()] = QJsonValue::fromVariant(machine->dataModel()->scxmlProperty(name.toString()));
    QJsonArray errors;
    for (const auto &error : machine->parseErrors()) errors.append(error.toString());
    const QJsonObject answer{{"states", QJsonArray::fromStringList(machine->activeStateNames())},
                             {"fields", fields}, {"sent", sent}, {"errors", errors}};
    std::cout << QJsonDocument(answer).toJson(QJsonDocument::Compact).toStdString() << "\n";
  }
  return 0;
}
