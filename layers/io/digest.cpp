#include "layers/io/digest.hpp"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

namespace pianqu::layers {
namespace {

namespace fs = std::filesystem;

class Digest {
 public:
  Digest() : m_context(EVP_MD_CTX_new(), &EVP_MD_CTX_free) { EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr); }
  void add(std::string_view bytes) { EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()); }
  std::string hex() {
    std::array<unsigned char, 32> raw{};
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context.get(), raw.data(), &size);
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
      text += kDigits[raw[i] >> 4];
      text += kDigits[raw[i] & 15];
    }
    return text;
  }

 private:
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> m_context;
};

bool addFile(Digest& digest, const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return false;
  std::vector<char> buffer(1 << 20);
  while (file) {
    file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    digest.add({buffer.data(), static_cast<std::size_t>(file.gcount())});
  }
  return file.eof();
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// The file itself first, then what belongs to it.
std::vector<fs::path> partsOf(const fs::path& path) {
  std::vector<fs::path> parts;
  std::error_code error;
  if (fs::is_directory(path, error)) {
    for (const auto& entry : fs::directory_iterator(path, error)) {
      if (entry.is_regular_file(error) && lower(entry.path().extension().string()) != ".lock") parts.push_back(entry.path());
    }
    std::sort(parts.begin(), parts.end());
    return parts;
  }
  const std::string ending = lower(path.extension().string());
  std::vector<std::string> sides;
  if (ending == ".shp") sides = {".dbf", ".prj", ".cpg"};
  if (ending == ".tab") sides = {".dat", ".map"};
  if (ending == ".mif") sides = {".mid"};
  for (const auto& side : sides) {
    for (const auto& entry : fs::directory_iterator(path.has_parent_path() ? path.parent_path() : fs::path("."), error)) {
      if (entry.path().stem() == path.stem() && lower(entry.path().extension().string()) == side) parts.push_back(entry.path());
    }
  }
  std::sort(parts.begin(), parts.end());
  parts.insert(parts.begin(), path);
  return parts;
}

}  // namespace

std::string sha256Of(std::string_view bytes) {
  Digest digest;
  digest.add(bytes);
  return digest.hex();
}

geo::Result<std::string> sha256OfFile(const std::string& path) {
  Digest digest;
  for (const auto& part : partsOf(path)) {
    if (!addFile(digest, part)) {
      return geo::fail(geo::ErrorCode::Unreadable, "the file cannot be read", "check the permissions and the disk", {.file = part.string()});
    }
  }
  return digest.hex();
}

std::string uidOf(std::string_view table, std::string_view fileSha256, std::string_view layer, std::string_view row) {
  std::string text;
  for (const auto part : {table, fileSha256, layer, row}) {
    text += part;
    text += '\n';
  }
  return sha256Of(text).substr(0, 32);
}

}  // namespace pianqu::layers
