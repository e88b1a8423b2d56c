#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace pianqu::app {

/// Which docks of the window are open, and requests to show a panel or a card by its key. Docks and cards listen and know their own keys,
/// so that a new one is registered in its one list only.
class FrameController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("Made by the program")
  Q_PROPERTY(bool isLeftOpen READ isLeftOpen WRITE setLeftOpen NOTIFY changed)
  Q_PROPERTY(bool isRightOpen READ isRightOpen WRITE setRightOpen NOTIFY changed)
  Q_PROPERTY(bool isBottomOpen READ isBottomOpen WRITE setBottomOpen NOTIFY changed)

 public:
  using QObject::QObject;
  bool isLeftOpen() const { return m_isLeftOpen; }
  bool isRightOpen() const { return m_isRightOpen; }
  bool isBottomOpen() const { return m_isBottomOpen; }
  void setLeftOpen(bool isOpen) { set(m_isLeftOpen, isOpen); }
  void setRightOpen(bool isOpen) { set(m_isRightOpen, isOpen); }
  void setBottomOpen(bool isOpen) { set(m_isBottomOpen, isOpen); }

  /// The dock that has a tab of this key opens and shows it.
  Q_INVOKABLE void showPanel(const QString& key) { emit panelRequested(key); }
  Q_INVOKABLE void openCard(const QString& key) { emit cardRequested(key); }

 signals:
  void changed();
  void panelRequested(const QString& key);
  void cardRequested(const QString& key);

 private:
  void set(bool& member, bool value) {
    if (member == value) return;
    member = value;
    emit changed();
  }
  bool m_isLeftOpen = true, m_isRightOpen = true, m_isBottomOpen = false;
};

}  // namespace pianqu::app
