// NOTE to the helper who writes properties, traces and checkers: the lead overwrote this file by mistake at 21:38. Please write yours again; models/properties/* is yours and is kept.
