#include "layers/feature/row_filter.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <variant>

#include "layers/feature/bindings.hpp"
#include "layers/feature/city_schema.hpp"

namespace pianqu::layers {

/// Part of the condition: a comparison of a field, or other parts joined.
struct RowFilter::Node {
  enum class Kind { And, Or, Not, Compare, In, Like, IsNull };
  Kind kind = Kind::Compare;
  std::vector<std::shared_ptr<const Node>> parts;
  std::size_t field = 0;
  std::string op;
  std::vector<Value> values;
};

namespace {

using geo::ErrorCode;
using geo::fail;
using Node = RowFilter::Node;
using NodePtr = std::shared_ptr<const Node>;
using Kind = Node::Kind;

struct Token {
  enum class Type { Word, Text, Number, Sign, End };
  Type type = Type::End;
  std::string text;
  std::size_t at = 0;
};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isWordPart(char c) { return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

geo::Result<std::vector<Token>> tokensOf(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < text.size();) {
    if (isSpace(text[i])) { ++i; continue; }
    const std::size_t from = i;
    if (text[i] == '\'' || text[i] == '"') {
      const char quote = text[i];
      std::string inside;
      for (++i; i < text.size(); ++i) {
        if (text[i] != quote) inside += text[i];
        else if (i + 1 < text.size() && text[i + 1] == quote) inside += text[++i];
        else break;
      }
      if (i == text.size()) return fail(ErrorCode::Invalid, "the text that begins at letter " + std::to_string(from + 1) + " does not end", "close it with " + std::string(1, quote));
      tokens.push_back({quote == '\'' ? Token::Type::Text : Token::Type::Word, inside, from});
      ++i;
      continue;
    }
    if (std::isdigit(static_cast<unsigned char>(text[i])) || (text[i] == '-' && i + 1 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 1])))) {
      do ++i; while (i < text.size() && (std::isdigit(static_cast<unsigned char>(text[i])) || text[i] == '.'));
      // 12号, 3-1: numbers of houses are words.
      const auto goesOn = [&] { return i < text.size() && (isWordPart(text[i]) || (text[i] == '-' && i + 1 < text.size() && isWordPart(text[i + 1]))); };
      const Token::Type type = goesOn() ? Token::Type::Word : Token::Type::Number;
      while (goesOn()) ++i;
      tokens.push_back({type, std::string(text.substr(from, i - from)), from});
      continue;
    }
    if (isWordPart(text[i])) {
      while (i < text.size() && isWordPart(text[i])) ++i;
      tokens.push_back({Token::Type::Word, std::string(text.substr(from, i - from)), from});
      continue;
    }
    i += text.substr(i, 2) == "<=" || text.substr(i, 2) == ">=" || text.substr(i, 2) == "<>" || text.substr(i, 2) == "!=" ? 2 : 1;
    tokens.push_back({Token::Type::Sign, std::string(text.substr(from, i - from)), from});
  }
  tokens.push_back({Token::Type::End, "", text.size()});
  return tokens;
}

class Parser {
 public:
  Parser(std::vector<Token> tokens, const std::vector<Field>& fields) : m_tokens(std::move(tokens)), m_fields(fields) {}

  geo::Result<NodePtr> parse() {
    auto whole = parseJoined(Kind::Or);
    if (whole && here().type != Token::Type::End) return wrong("and, or, or the end");
    return whole;
  }

 private:
  const Token& here() const { return m_tokens[m_at]; }
  bool isWord(std::initializer_list<const char*> words) const {
    return here().type == Token::Type::Word && std::any_of(words.begin(), words.end(), [&](const char* word) { return lower(here().text) == word; });
  }
  bool isSign(const char* sign) const { return here().type == Token::Type::Sign && here().text == sign; }
  tl::unexpected<geo::Error> wrong(const std::string& expected) const {
    const std::string found = here().type == Token::Type::End ? "the end" : "\"" + here().text + "\"";
    return fail(ErrorCode::Invalid, "the filter cannot be read at letter " + std::to_string(here().at + 1) + ": " + found, "expected " + expected + ", as in: floors >= 6 and use = '住宅'");
  }

  geo::Result<NodePtr> parseJoined(Kind kind) {
    auto joined = std::make_shared<Node>();
    joined->kind = kind;
    do {
      auto part = kind == Kind::Or ? parseJoined(Kind::And) : parseSingle();
      if (!part) return part;
      joined->parts.push_back(std::move(*part));
    } while (kind == Kind::Or ? takes({"or", "或"}) : takes({"and", "且"}));
    return joined->parts.size() == 1 ? joined->parts.front() : NodePtr(joined);
  }
  bool takes(std::initializer_list<const char*> words) {
    if (!isWord(words)) return false;
    ++m_at;
    return true;
  }

  geo::Result<NodePtr> parseSingle() {
    if (takes({"not", "非"})) {
      auto inner = parseSingle();
      if (!inner) return inner;
      auto node = std::make_shared<Node>();
      node->kind = Kind::Not;
      node->parts.push_back(std::move(*inner));
      return NodePtr(node);
    }
    if (isSign("(")) {
      ++m_at;
      auto inner = parseJoined(Kind::Or);
      if (!inner) return inner;
      if (!isSign(")")) return wrong(")");
      ++m_at;
      return inner;
    }
    return parseCondition();
  }

  geo::Result<NodePtr> parseCondition() {
    if (here().type != Token::Type::Word) return wrong("a field");
    const auto field = std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& each) { return each.name == here().text || each.zh == here().text || lower(each.en) == lower(here().text); });
    if (field == m_fields.end()) {
      std::string known;
      for (const Field& each : m_fields) known += (known.empty() ? "" : ", ") + each.name;
      return fail(ErrorCode::NotFound, "there is no field \"" + here().text + "\"", "fields: " + known);
    }
    ++m_at;
    auto node = std::make_shared<Node>();
    node->field = static_cast<std::size_t>(field - m_fields.begin());
    return parseComparison(std::move(node));
  }

  geo::Result<NodePtr> parseComparison(std::shared_ptr<Node> node) {
    if (takes({"is"})) {
      const bool isNot = takes({"not"});
      if (!takes({"null"})) return wrong("null");
      node->kind = Kind::IsNull;
      return isNot ? negated(node) : NodePtr(node);
    }
    const bool isNot = takes({"not"});
    if (takes({"in"})) {
      node->kind = Kind::In;
      if (!isSign("(")) return wrong("(");
      do {
        ++m_at;
        if (!takeValue(*node)) return wrong("a number or a text in single quotes");
      } while (isSign(","));
      if (!isSign(")")) return wrong(", or )");
      ++m_at;
      return isNot ? negated(node) : NodePtr(node);
    }
    if (takes({"like"})) {
      node->kind = Kind::Like;
      if (here().type != Token::Type::Text || !takeValue(*node)) return wrong("a text in single quotes");
      return isNot ? negated(node) : NodePtr(node);
    }
    if (isSign("~")) {
      node->kind = Kind::Like;
      ++m_at;
      if (!takeValue(*node, true)) return wrong("a text in single quotes");
      node->values.front() = Value{"%" + toText(node->values.front()) + "%"};
      return NodePtr(node);
    }
    static constexpr const char* kSigns[] = {"=", "<>", "!=", "<", "<=", ">", ">="};
    if (std::none_of(std::begin(kSigns), std::end(kSigns), [&](const char* sign) { return isSign(sign); })) return wrong("= <> < <= > >= ~ in like is");
    node->op = here().text == "!=" ? "<>" : here().text;
    ++m_at;
    if (!takeValue(*node, true)) return wrong("a number or a text in single quotes");
    return NodePtr(node);
  }

  static NodePtr negated(NodePtr inner) {
    auto node = std::make_shared<Node>();
    node->kind = Kind::Not;
    node->parts.push_back(std::move(inner));
    return node;
  }
  bool takeValue(Node& node, bool isWordTaken = false) {
    if (here().type == Token::Type::Number) node.values.push_back(Value{*toNumber(Value{here().text})});
    else if (here().type == Token::Type::Text || (isWordTaken && here().type == Token::Type::Word)) node.values.push_back(Value{here().text});
    else return false;
    ++m_at;
    return true;
  }

  std::vector<Token> m_tokens;
  const std::vector<Field>& m_fields;
  std::size_t m_at = 0;
};

bool isUnknown(const Value& value) { return std::holds_alternative<std::monostate>(value) || (std::holds_alternative<std::string>(value) && std::get<std::string>(value).empty()); }

/// -1, 0, 1 as numbers when both are, else as texts.
int compared(const Value& a, const Value& b) {
  const auto x = toNumber(a), y = toNumber(b);
  if (x && y) return *x < *y ? -1 : *x > *y ? 1 : 0;
  const int order = toText(a).compare(toText(b));
  return order < 0 ? -1 : order > 0 ? 1 : 0;
}

bool isLike(std::string_view text, std::string_view pattern) {
  if (pattern.empty()) return text.empty();
  if (pattern.front() == '%') {
    for (std::size_t i = 0; i <= text.size(); ++i)
      if (isLike(text.substr(i), pattern.substr(1))) return true;
    return false;
  }
  return !text.empty() && text.front() == pattern.front() && isLike(text.substr(1), pattern.substr(1));
}

bool holds(const Node& node, const Value& value) {
  if (node.kind == Kind::In) return std::any_of(node.values.begin(), node.values.end(), [&](const Value& each) { return compared(value, each) == 0; });
  if (node.kind == Kind::Like) return isLike(toText(value), toText(node.values.front()));
  const int order = compared(value, node.values.front());
  if (node.op == "=") return order == 0;
  if (node.op == "<>") return order != 0;
  if (node.op == "<") return order < 0;
  if (node.op == "<=") return order <= 0;
  return node.op == ">" ? order > 0 : order >= 0;
}

/// nullopt: neither true nor false.
std::optional<bool> answer(const Node& node, const RowFilter::ValueOf& valueOf) {
  if (node.kind == Kind::Not) {
    const auto inner = answer(*node.parts.front(), valueOf);
    return inner ? std::optional(!*inner) : std::nullopt;
  }
  if (node.kind == Kind::And || node.kind == Kind::Or) {
    const bool decides = node.kind == Kind::Or;
    std::optional<bool> all = !decides;
    for (const auto& part : node.parts) {
      const auto one = answer(*part, valueOf);
      if (one == decides) return decides;
      if (!one) all = std::nullopt;
    }
    return all;
  }
  const Value value = valueOf(node.field);
  if (node.kind == Kind::IsNull) return isUnknown(value);
  return isUnknown(value) ? std::nullopt : std::optional(holds(node, value));
}

template <class Use>
void forTable(const City& city, std::string_view table, Use use) {
  const auto each = [&]<class Entity>(const char* name, const std::vector<Entity>& entities) {
    if (table == name) use(entities);
  };
  each("admin_area", city.adminAreas);
  each("estate", city.estates);
  each("building", city.buildings);
  each("entrance", city.entrances);
  each("consent", city.consents);
  each("illegal_structure", city.illegalStructures);
  each("road", city.roads);
  each("barrier", city.barriers);
  each("water", city.waters);
  each("green", city.greens);
  each("tree", city.trees);
  each("stall", city.stalls);
  each("facility", city.facilities);
  each("terrain", city.terrain);
  each("pipe_node", city.pipeNodes);
  each("pipe", city.pipes);
  each("riser", city.risers);
  each("outfall", city.outfalls);
}

/// Getters of the fields of a table, in the order of its schema.
template <class Entity>
std::vector<const Binding<Entity>*> bindingsFor(const std::vector<Field>& fields) {
  std::vector<const Binding<Entity>*> getters;
  for (const Field& field : fields) {
    const auto& all = bindingsOf<Entity>().bindings;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Binding<Entity>& binding) { return binding.field.name == field.name; });
    getters.push_back(found == all.end() ? nullptr : &*found);
  }
  return getters;
}

tl::unexpected<geo::Error> noTable(std::string_view table) { return fail(ErrorCode::NotFound, "there is no table \"" + std::string(table) + "\"", "see the tables with: pianqu style list PROJECT --theme 屏幕"); }

}  // namespace

geo::Result<RowFilter> RowFilter::parse(std::string_view text, const std::vector<Field>& fields) {
  RowFilter filter;
  if (std::all_of(text.begin(), text.end(), isSpace)) return filter;
  auto tokens = tokensOf(text);
  if (!tokens) return fail(tokens);
  auto root = Parser(std::move(*tokens), fields).parse();
  if (!root) return fail(root);
  filter.m_root = std::move(*root);
  return filter;
}

bool RowFilter::isCondition(std::string_view text) {
  const std::size_t sign = text.find_first_of("<>=!~");
  if (sign != std::string_view::npos) return sign > 0;
  const auto tokens = tokensOf(text);
  return tokens && std::any_of(tokens->begin(), tokens->end(), [](const Token& token) {
           const std::string word = token.type == Token::Type::Word ? lower(token.text) : std::string();
           return word == "is" || word == "in" || word == "like";
         });
}

bool RowFilter::matches(const ValueOf& valueOf) const { return !m_root || answer(*m_root, valueOf).value_or(false); }

geo::Result<std::vector<bool>> matchingRows(const City& city, std::string_view table, std::string_view text) {
  const auto* schema = findCityTable(table);
  if (!schema) return noTable(table);
  const auto filter = RowFilter::parse(text, schema->fields);
  if (!filter) return fail(filter);
  std::vector<bool> matching;
  forTable(city, table, [&]<class Entity>(const std::vector<Entity>& entities) {
    const auto getters = bindingsFor<Entity>(schema->fields);
    for (const Entity& entity : entities) matching.push_back(filter->matches([&](std::size_t field) { return getters[field] ? getters[field]->get(entity) : Value{}; }));
  });
  return matching;
}

geo::Result<std::vector<Value>> valuesOf(const City& city, std::string_view table, std::string_view name) {
  const auto* schema = findCityTable(table);
  if (!schema) return noTable(table);
  const Field* field = schema->find(name);
  if (!field) return fail(ErrorCode::NotFound, "table " + std::string(table) + " has no field \"" + std::string(name) + "\"", "choose one of its fields");
  std::vector<Value> values;
  forTable(city, table, [&]<class Entity>(const std::vector<Entity>& entities) {
    const auto getters = bindingsFor<Entity>({*field});
    for (const Entity& entity : entities) values.push_back(getters[0] ? getters[0]->get(entity) : Value{});
  });
  return values;
}

}  // namespace pianqu::layers
