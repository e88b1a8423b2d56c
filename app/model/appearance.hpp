#pragma once

#include <QObject>
#include <QtQmlIntegration>

namespace pianqu::app {

/// Light or dark, and how large the type is: the person's choice, kept in the settings; colours follow in Theme.qml.
class Appearance : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_SINGLETON
  Q_PROPERTY(Mode mode READ mode WRITE setMode NOTIFY changed)
  Q_PROPERTY(bool isDark READ isDark NOTIFY changed)
  Q_PROPERTY(double fontScale READ fontScale WRITE setFontScale NOTIFY changed)

 public:
  enum class Mode { System, Light, Dark };
  Q_ENUM(Mode)
  explicit Appearance(QObject* parent = nullptr);

  /// For this run only, before the window is made; nothing is kept.
  static void force(Mode mode);
  Mode mode() const { return m_mode; }
  void setMode(Mode mode);
  bool isDark() const;
  double fontScale() const { return m_fontScale; }   ///< 1 is the design; 0.85 to 1.6
  void setFontScale(double scale);
  Q_INVOKABLE void larger() { setFontScale(m_fontScale + 0.1); }
  Q_INVOKABLE void smaller() { setFontScale(m_fontScale - 0.1); }
  /// System, light, dark, and again.
  Q_INVOKABLE void next() { setMode(m_mode == Mode::System ? Mode::Light : m_mode == Mode::Light ? Mode::Dark : Mode::System); }

 signals:
  void changed();

 private:
  Mode m_mode = Mode::System;
  double m_fontScale = 1;
};

}  // namespace pianqu::app
