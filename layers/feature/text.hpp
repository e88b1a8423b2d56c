#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pianqu::layers {

/// An attribute's text in eight bytes: up to seven bytes of UTF-8 lie in it (two Chinese characters, most numbers and codes), more in a block of its
/// own. A city holds tens of millions of these, where std::string takes 32 bytes each. Read it as a std::string_view; change it by assigning.
class Text {
  template <class T>
  static constexpr bool kIsOther = std::is_convertible_v<const T&, std::string_view> && !std::is_same_v<T, Text>;

 public:
  Text() = default;
  template <class Chars>
    requires kIsOther<Chars>
  Text(const Chars& chars) : Text(std::string_view(chars), 0) {}   // NOLINT(google-explicit-constructor): a text like any other
  Text(const Text& other) : Text(other.view(), 0) {}
  Text(Text&& other) noexcept : m_bits(std::exchange(other.m_bits, 0)) {}
  Text& operator=(const Text& other) { return *this = Text(other); }
  Text& operator=(Text&& other) noexcept {
    std::swap(m_bits, other.m_bits);
    return *this;
  }
  ~Text() {
    if (isLong()) release();
  }

  bool empty() const { return m_bits == 0; }
  std::size_t size() const { return view().size(); }
  std::string_view view() const {
    if (m_bits == 0) return {};
    return isLong() ? longView() : std::string_view(reinterpret_cast<const char*>(&m_bits) + 1, (m_bits & 0xFF) >> 1U);
  }
  std::string str() const { return std::string(view()); }
  operator std::string_view() const { return view(); }   // NOLINT(google-explicit-constructor)
  operator std::string() const { return str(); }         // NOLINT(google-explicit-constructor)
  void clear() { *this = Text(); }

  friend bool operator==(const Text& a, const Text& b) { return a.m_bits == b.m_bits || (a.isLong() && b.isLong() && a.longView() == b.longView()); }
  friend auto operator<=>(const Text& a, const Text& b) { return a.view() <=> b.view(); }
  template <class Chars>
    requires kIsOther<Chars>
  friend bool operator==(const Text& a, const Chars& b) { return a.view() == std::string_view(b); }
  template <class Chars>
    requires kIsOther<Chars>
  friend auto operator<=>(const Text& a, const Chars& b) { return a.view() <=> std::string_view(b); }
  template <class Chars>
    requires std::is_convertible_v<const Chars&, std::string_view>
  friend std::string operator+(const Text& a, const Chars& b) { return a.str().append(std::string_view(b)); }
  template <class Chars>
    requires kIsOther<Chars>
  friend std::string operator+(const Chars& a, const Text& b) { return std::string(a).append(b.view()); }
  friend std::ostream& operator<<(std::ostream& out, const Text& text) { return out << text.view(); }

 private:
  explicit Text(std::string_view chars, int);
  bool isLong() const { return m_bits != 0 && (m_bits & 1U) == 0; }
  std::string_view longView() const;
  void release();

  /// 0: empty. Lowest bit set: the lowest byte is twice the length and one, the others are the text. Else the address of a block: length, then text.
  std::uint64_t m_bits = 0;
};

}  // namespace pianqu::layers
