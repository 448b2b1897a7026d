// The city's tables as the benchmark writes them: a line with a name and a count, and so many doubles, over and over.
// The peer in C++ reads them before anything is measured.
#pragma once
#include <cstddef>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

using Column = std::vector<double>;

struct Tables {
  std::map<std::string, Column> columns;

  explicit Tables(const char *path) {
    std::ifstream file(path, std::ios::binary);
    for (std::string name; file >> name;) {
      size_t count = 0;
      file >> count;
      file.get();
      Column column(count);
      file.read(reinterpret_cast<char *>(column.data()), static_cast<std::streamsize>(count * sizeof(double)));
      if (!file) throw std::runtime_error("the tables end within " + name);
      columns.emplace(name, std::move(column));
    }
  }
  const Column &of(const std::string &name) const {
    const auto found = columns.find(name);
    if (found == columns.end()) throw std::runtime_error("the tables have no " + name);
    return found->second;
  }
  double one(const std::string &name) const { return of(name).at(0); }
  template <typename Number> std::vector<Number> as(const std::string &name) const {
    const Column &column = of(name);
    return std::vector<Number>(column.begin(), column.end());
  }
};
