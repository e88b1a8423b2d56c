#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <thread>

/// Map services of the test process itself, for what asks a server by its address.
namespace pianqu::test {

using Rgb = std::array<std::uint8_t, 3>;

/// A GeoTIFF of one colour in EPSG:3857, uncompressed: `side` pixels of `pixelM` metres from the upper left corner.
std::string plainTiff(int side, Rgb colour, double left, double top, double pixelM);

/// Answers HTTP/1.1 GET on 127.0.0.1, one connection after the other, in a thread of its own.
/// - /wms: WMS 1.1.1 with the maps "roads" (kRoads) and "aerial" (kAerial)
/// - /one: WMS 1.1.1 with "roads" alone
/// - /wmts: WMTS 1.0.0 capabilities of a pyramid "aerial"
/// - /plain.tif: plainTiff() of the whole world, by ranges of bytes
class MapServer {
 public:
  static constexpr Rgb kRoads{20, 160, 90}, kAerial{180, 60, 30};

  MapServer();
  ~MapServer();
  MapServer(const MapServer&) = delete;
  MapServer& operator=(const MapServer&) = delete;

  /// "http://127.0.0.1:PORT" + `path`
  std::string address(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(m_port) + path; }

 private:
  void serve();
  std::string answerTo(const std::string& request) const;

  int m_socket = -1;
  int m_port = 0;
  std::atomic<bool> m_isStopped = false;
  std::thread m_thread;
};

}  // namespace pianqu::test
