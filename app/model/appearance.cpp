#include "app/model/appearance.hpp"

#include <QGuiApplication>
#include <QSettings>
#include <QStyleHints>
#include <algorithm>
#include <optional>

namespace pianqu::app {
namespace {

constexpr double kLeastScale = 0.85, kMostScale = 1.6;
const QString kModeKey = QStringLiteral("appearance/mode"), kScaleKey = QStringLiteral("appearance/fontScale");

std::optional<Appearance::Mode>& forced() {
  static std::optional<Appearance::Mode> mode;
  return mode;
}

}  // namespace

void Appearance::force(Mode mode) { forced() = mode; }

Appearance::Appearance(QObject* parent) : QObject(parent) {
  const QSettings settings;
  m_mode = static_cast<Mode>(std::clamp(settings.value(kModeKey, 0).toInt(), 0, 2));
  if (forced()) m_mode = *forced();
  m_fontScale = std::clamp(settings.value(kScaleKey, 1.0).toDouble(), kLeastScale, kMostScale);
  connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Appearance::changed);
}

bool Appearance::isDark() const { return m_mode == Mode::Dark || (m_mode == Mode::System && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark); }

void Appearance::setMode(Mode mode) {
  if (mode == m_mode) return;
  m_mode = mode;
  QSettings().setValue(kModeKey, static_cast<int>(mode));
  emit changed();
}

void Appearance::setFontScale(double scale) {
  scale = std::clamp(scale, kLeastScale, kMostScale);
  if (qFuzzyCompare(scale, m_fontScale)) return;
  m_fontScale = scale;
  QSettings().setValue(kScaleKey, scale);
  emit changed();
}

}  // namespace pianqu::app
