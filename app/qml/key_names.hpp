#pragma once

#include <QObject>
#include <QKeySequence>
#include <QVariant>
#include <QtQmlIntegration>

namespace pianqu::app {

/// What is printed on the keys of a shortcut.
class KeyNames : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON

 public:
  using QObject::QObject;
  /// `shortcut`: a text ("Ctrl+S") or one of QKeySequence::StandardKey. Empty when this system has no keys for it.
  Q_INVOKABLE static QString textOf(const QVariant& shortcut) {
    const QKeySequence keys = shortcut.typeId() == QMetaType::Int ? QKeySequence(static_cast<QKeySequence::StandardKey>(shortcut.toInt()))
                                                                 : QKeySequence::fromString(shortcut.toString());
    return keys.toString(QKeySequence::NativeText);
  }
};

}  // namespace pianqu::app
