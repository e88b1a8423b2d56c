#include "tests/support/map_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <regex>
#include <stdexcept>

namespace pianqu::test {
namespace {

constexpr double kHalfM = 20037508.342789244;
constexpr int kLookMs = 20;

template <class T>
void put(std::string& bytes, T value) {
  char raw[sizeof(T)];
  std::memcpy(raw, &value, sizeof(T));
  bytes.append(raw, sizeof(T));
}

/// The value of `key` in the address' query, whatever its case; empty: none.
std::string queryOf(const std::string& target, const std::string& key) {
  std::smatch found;
  return std::regex_search(target, found, std::regex("[?&]" + key + "=([^&]*)", std::regex::icase)) ? found[1].str() : std::string();
}

std::string message(const char* status, const char* type, const std::string& body, const std::string& more = {}) {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n" + more + "\r\n";
}

std::string wmsMap(const std::string& name) {
  const std::string box = R"(minx="-180" miny="-90" maxx="180" maxy="90")";
  return "<Layer><Name>" + name + "</Name><Title>" + name + "</Title><SRS>EPSG:4326</SRS><LatLonBoundingBox " + box + "/><BoundingBox SRS=\"EPSG:4326\" " + box + "/></Layer>";
}

std::string wmsCapabilities(const std::string& own, bool isOne) {
  return R"(<?xml version="1.0"?><WMT_MS_Capabilities version="1.1.1"><Service><Name>OGC:WMS</Name><Title>t</Title></Service><Capability><Request><GetMap><Format>image/tiff</Format>)"
         R"(<DCPType><HTTP><Get><OnlineResource xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href=")" + own + R"(?"/></Get></HTTP></DCPType></GetMap></Request><Layer><Title>all</Title>)" +
         wmsMap("roads") + (isOne ? "" : wmsMap("aerial")) + "</Layer></Capability></WMT_MS_Capabilities>";
}

std::string wmtsCapabilities(const std::string& own) {
  std::string matrices;
  double scale = 559082264.0287178;
  for (int zoom = 0; zoom <= 18; ++zoom, scale /= 2) {
    const std::string count = std::to_string(1 << zoom);
    matrices += "<TileMatrix><ows:Identifier>" + std::to_string(zoom) + "</ows:Identifier><ScaleDenominator>" + std::to_string(scale) + "</ScaleDenominator><TopLeftCorner>-20037508.342789244 20037508.342789244</TopLeftCorner>"
                "<TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>" + count + "</MatrixWidth><MatrixHeight>" + count + "</MatrixHeight></TileMatrix>";
  }
  return R"(<?xml version="1.0"?><Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" version="1.0.0"><Contents><Layer><ows:Identifier>aerial</ows:Identifier>)"
         R"(<Style isDefault="true"><ows:Identifier>default</ows:Identifier></Style><Format>image/tiff</Format><TileMatrixSetLink><TileMatrixSet>m</TileMatrixSet></TileMatrixSetLink>)"
         R"(<ResourceURL format="image/tiff" resourceType="tile" template=")" + own + R"(/tile/{TileMatrix}/{TileCol}/{TileRow}"/></Layer><TileMatrixSet><ows:Identifier>m</ows:Identifier>)"
         "<ows:SupportedCRS>urn:ogc:def:crs:EPSG::3857</ows:SupportedCRS>" + matrices + "</TileMatrixSet></Contents></Capabilities>";
}

std::string rangeOf(const std::string& body, const std::string& request) {
  std::smatch found;
  if (!std::regex_search(request, found, std::regex("Range: bytes=([0-9]+)-([0-9]*)", std::regex::icase))) return message("200 OK", "image/tiff", body, "Accept-Ranges: bytes\r\n") + body;
  const std::size_t from = std::stoul(found[1]), to = std::min(found[2].length() > 0 ? std::stoul(found[2]) : body.size(), body.size() - 1);
  if (from >= body.size()) return message("416 Range Not Satisfiable", "text/plain", {});
  const std::string part = body.substr(from, to - from + 1);
  return message("206 Partial Content", "image/tiff", part, "Content-Range: bytes " + std::to_string(from) + "-" + std::to_string(to) + "/" + std::to_string(body.size()) + "\r\n") + part;
}

}  // namespace

std::string plainTiff(int side, Rgb colour, double left, double top, double pixelM) {
  const auto pixels = static_cast<std::uint32_t>(side * side * 3);
  constexpr std::uint32_t kPixels = 8;
  const std::uint32_t bits = kPixels + pixels, scale = bits + 6, tie = scale + 24, keys = tie + 48, directory = keys + 32;
  std::string tiff = "II";
  put<std::uint16_t>(tiff, 42);
  put(tiff, directory);
  for (int i = 0; i < side * side; ++i) tiff.append(reinterpret_cast<const char*>(colour.data()), 3);
  for (int i = 0; i < 3; ++i) put<std::uint16_t>(tiff, 8);
  for (const double value : {pixelM, pixelM, 0.0, 0.0, 0.0, 0.0, left, top, 0.0}) put(tiff, value);
  // GeoKeys: a projected system, pixels are areas, EPSG:3857.
  for (const int key : {1, 1, 0, 3, 1024, 0, 1, 1, 1025, 0, 1, 1, 3072, 0, 1, 3857}) put(tiff, static_cast<std::uint16_t>(key));
  struct Entry { std::uint16_t tag, type; std::uint32_t count, value; };
  const auto size = static_cast<std::uint32_t>(side);
  const Entry entries[] = {{256, 4, 1, size}, {257, 4, 1, size}, {258, 3, 3, bits}, {259, 3, 1, 1}, {262, 3, 1, 2}, {273, 4, 1, kPixels}, {277, 3, 1, 3}, {278, 4, 1, size}, {279, 4, 1, pixels},
                           {33550, 12, 3, scale}, {33922, 12, 6, tie}, {34735, 3, 16, keys}};
  put<std::uint16_t>(tiff, std::size(entries));
  for (const Entry& entry : entries) {
    put(tiff, entry.tag);
    put(tiff, entry.type);
    put(tiff, entry.count);
    put(tiff, entry.value);
  }
  put<std::uint32_t>(tiff, 0);
  return tiff;
}

MapServer::MapServer() : m_socket(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_addr.s_addr = ::htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof(place);
  auto* where = reinterpret_cast<sockaddr*>(&place);
  if (m_socket < 0 || ::bind(m_socket, where, size) != 0 || ::listen(m_socket, 16) != 0 || ::getsockname(m_socket, where, &size) != 0) throw std::runtime_error("no port on 127.0.0.1");
  m_port = ::ntohs(place.sin_port);
  ::setenv("no_proxy", "127.0.0.1", 1);
  m_thread = std::thread([this] { serve(); });
}

MapServer::~MapServer() {
  m_isStopped = true;
  m_thread.join();
  ::close(m_socket);
}

void MapServer::serve() {
  while (!m_isStopped) {
    pollfd ready{m_socket, POLLIN, 0};
    if (::poll(&ready, 1, kLookMs) <= 0) continue;
    const int connection = ::accept(m_socket, nullptr, nullptr);
    if (connection < 0) continue;
    std::string request;
    char part[4096];
    while (request.find("\r\n\r\n") == std::string::npos) {
      const auto read = ::recv(connection, part, sizeof(part), 0);
      if (read <= 0) break;
      request.append(part, static_cast<std::size_t>(read));
    }
    const std::string answer = answerTo(request);
    for (std::size_t sent = 0; sent < answer.size();) {
      const auto count = ::send(connection, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
      if (count <= 0) break;
      sent += static_cast<std::size_t>(count);
    }
    ::close(connection);
  }
}

std::string MapServer::answerTo(const std::string& request) const {
  const bool isHead = request.starts_with("HEAD ");
  const std::size_t from = request.find(' ') + 1;
  const std::string target = request.substr(from, request.find(' ', from) - from);
  const std::string path = target.substr(0, target.find('?'));
  const auto send = [isHead](const char* type, const std::string& body) { return message("200 OK", type, body) + (isHead ? std::string() : body); };
  if (path == "/wms" || path == "/one") {
    if (queryOf(target, "request") == "GetCapabilities") return send("text/xml", wmsCapabilities(address(path), path == "/one"));
    const std::string map = queryOf(target, "layers"), width = queryOf(target, "width");
    if ((map == "roads" || map == "aerial") && !width.empty()) return send("image/tiff", plainTiff(std::stoi(width), map == "roads" ? kRoads : kAerial, 0, 0, 1));
  }
  if (path == "/wmts") return send("text/xml", wmtsCapabilities(address("")));
  if (path.starts_with("/tile/")) return send("image/tiff", plainTiff(256, kAerial, 0, 0, 1));
  if (path == "/plain.tif") {
    const std::string file = plainTiff(64, kRoads, -kHalfM, kHalfM, kHalfM / 32);
    return isHead ? message("200 OK", "image/tiff", file, "Accept-Ranges: bytes\r\n") : rangeOf(file, request);
  }
  return message("404 Not Found", "text/plain", {});
}

}  // namespace pianqu::test
