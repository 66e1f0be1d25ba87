import Governance
import Ledger

/// The matrix says of each event what was signed; the page and the table say of each demand what the matrix says.
extension Bundelwerk {
  /// A demand and how it stands, as a reader sees it.
  struct Regel: Equatable {
    let eis: String
    let stand: String

    static func == (left: Self, right: Self) -> Bool {
      left.eis.utf8.elementsEqual(right.eis.utf8) && left.stand.utf8.elementsEqual(right.stand.utf8)
    }
  }

  /// Each event is there because bundel.json names it, or because it tells who could sign.
  mutating func checkNamed() {
    // Without such a list that is told with bundel.json.
    guard let list = gelezen.json(Bundelindeling.hoofd)?["gebeurtenissen"]?.array, checkpoint != nil else { return }
    let there = Set(gelezen.plaatsen)
    let named = list.compactMap { $0.int.flatMap { UInt64(exactly: $0) } }
    guard named.count == list.count, named.allSatisfy({ there.contains($0) }) else {
      oordeel.vind(
        .bag, "head", nl: "bundel.json noemt een gebeurtenis die er niet is",
        en: "bundel.json names an event that is not there")
      return
    }
    let wanted = Set(named)
    for (position, signed) in gebeurtenissen.sorted(by: { $0.key < $1.key }) where !wanted.contains(position) {
      guard catalog.event(named: signed.envelope.type)?.changesAuthority == nil else { continue }
      oordeel.vind(
        .bag, "unexplained", at: position, event: signed.envelope.id.description,
        nl: "bundel.json noemt deze gebeurtenis niet, en zij gaat niet over sleutels of mandaten",
        en: "bundel.json does not name this event, and it is not about keys or mandates")
    }
  }

  /// Each demand names events that are there, and says of them what was signed.
  mutating func checkMatrix() {
    guard gelezen.has(Bundelindeling.matrix) else { return }
    guard let matrix = gelezen.json(Bundelindeling.matrix), let told = Matrixlezing(matrix),
      told.isHeel(Set(gelezen.plaatsen))
    else {
      oordeel.vind(
        .bag, "matrix", nl: "matrix.json noemt een gebeurtenis die er niet is, of is niet te lezen",
        en: "matrix.json names an event that is not there, or cannot be read")
      return
    }
    var wrong: Set<UInt64> = []
    for (position, fact) in told.feiten where !isRight(fact, at: position) { wrong.insert(position) }
    for position in wrong.sorted() {
      oordeel.vind(
        .bag, "matrix-fact", at: position, event: gebeurtenissen[position]?.envelope.id.description,
        nl: "matrix.json zegt van deze gebeurtenis iets anders dan is ondertekend",
        en: "matrix.json says something else of this event than was signed")
    }
    checkPage(told.regels)
    checkTable(told.regels)
  }

  private func isRight(_ fact: JSON, at position: UInt64) -> Bool {
    // What could not be read is told with the event.
    guard let claims = gebeurtenissen[position]?.envelope else { return true }
    let recorded = try? Instant(secondsSince1970: claims.signedAt)
    let days = [claims.effective] + (juisteDagen[claims.id.description] ?? [])
    let told: JSON = ["id": fact["id"] ?? .null, "stream": fact["stream"] ?? .null, "event": fact["event"] ?? .null]
    let right: JSON = ["id": claims.id.json, "stream": claims.stream.json, "event": .string(claims.type)]
    return told.zegtHetzelfde(als: right)
      && fact["gedaan"]?.string.map { day in days.contains { $0.utf8.elementsEqual(day.utf8) } } == true
      && (recorded == nil || fact["vastgelegd"]?.string == recorded?.date.description)
  }

  /// What opens first runs nothing, leads nowhere else, and says of each demand what the matrix says.
  private mutating func checkPage(_ rows: [Regel]) {
    guard let page = gelezen.bytes(Bundelindeling.leesmij) else { return }
    let text = String(validating: page, as: UTF8.self) ?? ""
    switch Bladzijde(text) {
    case nil: mispage("Content-Security-Policy")
    case let found? where !found.leidtNergensHeen: mispage("href")
    case let found?:
      let right = rows.map { Regel(eis: Bladzijde.html($0.eis), stand: Bladzijde.html($0.stand)) }
      if found.regels != right { mispage("matrix") }
    }
  }

  private mutating func mispage(_ what: String) {
    oordeel.vind(
      .bag, "page", nl: "LEESMIJ.html is niet de bladzijde van deze bundel: \(what)",
      en: "LEESMIJ.html is not the page of this bundle: \(what)")
  }

  private mutating func checkTable(_ rows: [Regel]) {
    guard let data = gelezen.bytes(Bundelindeling.matrixCSV) else { return }
    let cells = String(validating: data, as: UTF8.self).map(Tabel.rijen) ?? []
    let isHarmless = cells.allSatisfy { row in
      row.allSatisfy { cell in cell.unicodeScalars.first.map { !Tabel.riskant.contains($0) } ?? true }
    }
    let column = cells.first?.firstIndex(of: "Stand")
    let found = column.map { at in
      cells.dropFirst().map { $0.count > at ? Regel(eis: $0[0], stand: $0[at]) : Regel(eis: "", stand: "") }
    }
    guard isHarmless, found == rows else {
      oordeel.vind(
        .bag, "table", nl: "matrix.csv zegt iets anders dan matrix.json, of een cel kan een formule zijn",
        en: "matrix.csv says something else than matrix.json, or a cell can be a formula")
      return
    }
  }
}

/// What `matrix.json` says, as far as it has its form.
private struct Matrixlezing {
  let regels: [Bundelwerk.Regel]
  /// Each event that a demand is said to rest on, with what is said of it.
  let feiten: [(UInt64, JSON)]
  private let genoemd: [UInt64]
  private let isGelijk: Bool

  init?(_ matrix: JSON) {
    guard let rows = matrix["eisen"]?.array, let views = matrix["standen"]?.array else { return nil }
    let demands = views.map { $0["eisen"]?.array }
    guard demands.allSatisfy({ $0 != nil }), views.allSatisfy({ $0["maatregelen"]?.array != nil && $0["brief"] != nil })
    else { return nil }
    let flat = demands.flatMap { $0 ?? [] }
    let told = rows.map { Self.row($0, "stand", "gebeurtenissen") }
    let right = flat.map { Self.row($0, "standTekst", "positions") }
    guard !told.contains(where: { $0 == nil }), !right.contains(where: { $0 == nil }) else { return nil }
    isGelijk = told.compactMap(\.self).map(\.json) == right.compactMap(\.self).map(\.json)
    regels = told.compactMap { $0?.regel }
    var named = told.flatMap { $0?.places ?? [] }
    for view in views {
      let letter = view["brief"]?.members == nil ? [] : [view["brief"]?["position"]]
      let measures = (view["maatregelen"]?.array ?? []).map { $0["positions"]?.array }
      guard !measures.contains(where: { $0 == nil }) else { return nil }
      let all = letter + measures.flatMap { $0 ?? [] }.map(Optional.some)
      let places = all.compactMap { $0?.int.flatMap { UInt64(exactly: $0) } }
      guard places.count == all.count else { return nil }
      named += places
    }
    var facts: [(UInt64, JSON)] = []
    for demand in flat {
      guard let found = Self.facts(demand) else { return nil }
      facts += found
    }
    genoemd = named
    feiten = facts
  }

  /// Whether both lists say the same, and name only what is there.
  func isHeel(_ there: Set<UInt64>) -> Bool {
    let known = Set(genoemd)
    return isGelijk && genoemd.allSatisfy { there.contains($0) } && feiten.allSatisfy { known.contains($0.0) }
  }

  private static func row(
    _ row: JSON, _ stand: String, _ positions: String
  ) -> (regel: Bundelwerk.Regel, places: [UInt64], json: String)? {
    guard let name = row["eis"]?.string, let found = row[stand]?.string, let list = row[positions]?.array else {
      return nil
    }
    let places = list.compactMap { $0.int.flatMap { UInt64(exactly: $0) } }
    guard places.count == list.count else { return nil }
    let json: JSON = ["eis": .string(name), "stand": .string(found), "gebeurtenissen": .array(list)]
    return (Bundelwerk.Regel(eis: name, stand: found), places, json.serializedText)
  }

  private static func facts(_ demand: JSON) -> [(UInt64, JSON)]? {
    guard let rules = demand["bewijs"]?.array, let shown = demand["registratie"]?.array,
      let other = demand["alternatief"], rules.allSatisfy({ $0["feiten"]?.array != nil })
    else { return nil }
    let instead = other.members == nil ? [] : [other["feit"] ?? .null]
    let all = rules.flatMap { $0["feiten"]?.array ?? [] } + shown + instead
    let found = all.compactMap { fact in
      fact["position"]?.int.flatMap { UInt64(exactly: $0) }.map { ($0, fact) }
    }
    return found.count == all.count ? found : nil
  }
}

extension JSON {
  fileprivate var serializedText: String { String(decoding: serialized, as: UTF8.self) }
}
