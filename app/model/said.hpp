#pragma once

#include <QString>
#include <string>
#include <vector>

#include "geo/base/error.hpp"

/// What geo and layers say, in the language of the window. Below the window everything speaks English: errors, reasons, checks. Their
/// sentences are listed in said_*_texts.cpp with %1, %2 for the names and numbers in them, and translated like any text of the window.
namespace pianqu::app {

/// A sentence is recognised by its words; what stands for %1, %2 may be a sentence of the list itself, and several may be joined by
/// "; ", ": ", ", " or " and ". What is not recognised stays as it is.
/// cost      some microseconds
QString said(const std::string& english);

/// As geo::toText(): "file, layer, feature: text".
QString said(const geo::Error& error);

/// All sentences that said() knows.
std::vector<const char*> saidTexts();

}  // namespace pianqu::app
