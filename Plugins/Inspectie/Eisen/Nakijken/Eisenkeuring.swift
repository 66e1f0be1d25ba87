import Beleid
import Governance
import RuleFiles

/// Checks what a tree of demands says: every fault, with its place.
struct Eisenkeuring {
  let boom: Eisenboom
  /// The trees that its demands may be related to.
  let anderen: [Eisenboom]
  let catalog: Catalog
  let verslag: Verslag

  func alles() {
    if boom.bronnen.isEmpty { zonderBron([], boom.id) }
    for deel in boom.delen where deel.bronnen.isEmpty { zonderBron(["delen", deel.id], deel.id) }
    for element in boom.elementen {
      if !Self.isKenmerk(element.code) { geenNaam(["elementen", element.code], element.code) }
      if element.bronnen.isEmpty { zonderBron(["elementen", element.code], element.code) }
    }
    boom.eisen.forEach { eis($0) }
  }

  /// Letters of the tree, a hyphen, and a number: `AI-1.16`, `AC-3.0.a`; what an event can name as an element as well.
  static func isKenmerk(_ id: String) -> Bool { id.wholeMatch(of: /[A-Z]{1,4}-[0-9A-Za-z.]{1,12}/) != nil }

  private func eis(_ eis: Eis) {
    let pad = ["eisen", eis.id]
    if !Self.isKenmerk(eis.id) || !eis.id.hasPrefix(boom.id + "-") { geenNaam(pad, eis.id) }
    if anderen.contains(where: { $0.id != boom.id && $0.eis(eis.id) != nil }) {
      fout(
        .dubbeleEis, pad, Text(nl: "«\(eis.id)» staat al in een andere boom", en: "“\(eis.id)” is in another tree"),
        verwacht: Text(nl: "elk kenmerk één keer", en: "each id once"))
    }
    if eis.bronnen.isEmpty { zonderBron(pad, eis.id) }
    if boom.deel(eis.deel) == nil {
      onbekend(.onbekendDeel, pad + ["deel"], Text(nl: "het deel", en: "the part"), eis.deel, boom.delen.map(\.id))
    }
    verwant(eis, pad)
    maatstaf(eis, pad)
    for (index, naam) in eis.registratie.enumerated() { gebeurtenis(naam, pad + ["registratie", String(index)]) }
    if eis.soort != .procedure, eis.bewijs.isEmpty {
      fout(
        .geenBewijs, pad, Text(nl: "\(eis.id) is met niets te bewijzen", en: "nothing can prove \(eis.id)"),
        verwacht: Text(
          nl: "bewijs: een lijst met wat en door, of soort: procedure",
          en: "bewijs: a list of wat and door, or soort: procedure"))
    }
    for (index, regel) in eis.bewijs.enumerated() { bewijs(regel, pad + ["bewijs", String(index)]) }
  }

  private func verwant(_ eis: Eis, _ pad: [String]) {
    for (index, naam) in eis.verwant.enumerated() {
      let bomen = [boom] + anderen
      guard !bomen.contains(where: { $0.eis(naam) != nil }) else { continue }
      onbekend(
        .onbekendeEis, pad + ["verwant", String(index)], Text(nl: "de eis", en: "the demand"), naam,
        bomen.flatMap { $0.eisen.map(\.id) }, lijst: false)
    }
  }

  /// What only a person can say is never shown by the log alone.
  private func maatstaf(_ eis: Eis, _ pad: [String]) {
    guard eis.aard == .vastlegging, let judged = eis.maatstaven.first(where: \.isOordeel) else { return }
    fout(
      .oordeelAlsVastlegging, pad + ["aard"],
      Text(
        nl: "\(eis.id) vraagt of iets «\(judged.rawValue)» is, en dat zegt het grootboek niet",
        en: "\(eis.id) asks whether something is “\(judged.rawValue)”, which the log does not say"),
      verwacht: Text("aard: oordeel"))
  }

  private func bewijs(_ regel: Bewijsregel, _ pad: [String]) {
    let types = regel.door.enumerated().compactMap { index, naam in
      gebeurtenis(naam, pad + ["door", String(index)])
    }
    for (index, type) in types.enumerated() where !isGericht(type, regel) {
      fout(
        .nietGericht, pad + ["door", String(index)],
        Text(
          nl: "\(type.name) zegt niet welke eis het dient", en: "\(type.name) does not say which demand it serves"),
        verwacht: Text(
          nl: "regeling, onderwerp, of waarden met een element", en: "regeling, onderwerp, or waarden with an element"))
    }
    for (index, veld) in regel.met.enumerated() { kent(veld, types, pad + ["met", String(index)]) }
    for waarde in regel.waarden { self.waarde(waarde, types, pad + ["waarden", waarde.veld]) }
    // Who is counted, is counted by these two.
    if let index = regel.voorwaarden.firstIndex(of: .dekking) {
      for veld in [VoorlichtingOntvangen.bereikt.name, VoorlichtingOntvangen.omvang.name] {
        kent(veld, types, pad + ["voorwaarden", String(index)])
      }
    }
    if let index = regel.voorwaarden.firstIndex(of: .jaarverklaring) {
      kent(JaarverklaringAfgegeven.binnenTermijn.name, types, pad + ["voorwaarden", String(index)])
    }
    if let regeling = regel.regeling { self.regeling(regeling, pad + ["regeling"]) }
    if let kind = regel.onderwerp {
      let known = Set(catalog.events.map(\.streamKind)).sorted()
      if !known.contains(kind) {
        onbekend(
          .onbekendOnderwerp, pad + ["onderwerp"], Text(nl: "het soort onderwerp", en: "the kind of subject"), kind,
          known)
      }
    }
  }

  /// Whether it is known of a fact that it is about the demand: it names it, or it is about what the file says.
  private func isGericht(_ type: EventType, _ regel: Bewijsregel) -> Bool {
    type.field(Bewijs.eisen.name) != nil || regel.regeling != nil || regel.onderwerp != nil
      || regel.waarden.contains { $0.veld == ContentElementAangetoond.element.name && type.field($0.veld) != nil }
  }

  @discardableResult
  private func gebeurtenis(_ naam: String, _ pad: [String]) -> EventType? {
    if let type = catalog.event(named: naam) { return type }
    onbekend(
      .onbekendeGebeurtenis, pad, Text(nl: "de gebeurtenis", en: "the event"), naam, catalog.events.map(\.name),
      lijst: false)
    return nil
  }

  /// A field that one of the types has, in the clear: what is sealed cannot be counted.
  @discardableResult
  private func kent(_ veld: String, _ types: [EventType], _ pad: [String]) -> FieldDeclaration? {
    guard !types.isEmpty else { return nil }
    let found = types.lazy.compactMap { $0.field(veld) }
    if let declared = found.first(where: { $0.visibility == .clear }) { return declared }
    if found.first != nil {
      fout(
        .onbekendVeld, pad, Text(nl: "het veld «\(veld)» is verzegeld", en: "the field “\(veld)” is sealed"),
        verwacht: Text(nl: "een veld dat voor iedereen te lezen is", en: "a field that everyone can read"))
    } else {
      onbekend(
        .onbekendVeld, pad, Text(nl: "het veld", en: "the field"), veld,
        Set(types.flatMap { $0.fields.filter { $0.visibility == .clear }.map(\.name) }).sorted())
    }
    return nil
  }

  private func waarde(_ waarde: Bewijsregel.Waarde, _ types: [EventType], _ pad: [String]) {
    guard let veld = kent(waarde.veld, types, pad) else { return }
    if waarde.veld == "element" { return element(waarde.waarde, pad) }
    guard let known = veld.shape.woorden, !known.contains(waarde.waarde) else { return }
    onbekend(.onbekendeWaarde, pad, Text(nl: "de waarde", en: "the value"), waarde.waarde, known)
  }

  /// What a text must contain is an element of a tree, or a demand itself.
  private func element(_ code: String, _ pad: [String]) {
    let bomen = [boom] + anderen
    let known = bomen.flatMap { $0.elementen.map(\.code) }
    guard !known.contains(code), !bomen.contains(where: { $0.eis(code) != nil }) else { return }
    onbekend(.onbekendElement, pad, Text(nl: "het element", en: "the element"), code, known)
  }

  private func regeling(_ keuze: Bewijsregel.Regelingkeuze, _ pad: [String]) {
    if keuze.soorten.isEmpty, keuze.bevat.isEmpty {
      fout(
        .ontbreekt, pad, Text(nl: "welke regeling is niet gezegd", en: "which rule is not said"),
        verwacht: Text(nl: "soort of bevat", en: "soort or bevat"))
    }
    let known = SoortRegeling.allCases.map(\.rawValue)
    for (index, soort) in keuze.soorten.enumerated() where !known.contains(soort) {
      onbekend(
        .onbekendeWaarde, pad + ["soort", String(index)], Text(nl: "de soort regeling", en: "the kind of rule"), soort,
        known)
    }
    for (index, code) in keuze.bevat.enumerated() { element(code, pad + ["bevat", String(index)]) }
  }

  private func fout(_ soort: Fout.Soort, _ pad: [String], _ gevonden: Text, verwacht: Text? = nil) {
    verslag.fout(soort, verslag.plaatsen[pad], gevonden, verwacht: verwacht)
  }

  private func zonderBron(_ pad: [String], _ naam: String) {
    // A source that could not be read has been told already.
    let place = verslag.plaatsen[pad + ["bron"]]
    guard !verslag.fouten.contains(where: { $0.soort == .geenBron && $0.plaats == place }) else { return }
    fout(
      .zonderBron, pad, Text(nl: "«\(naam)» zonder bron", en: "“\(naam)” without a source"),
      verwacht: Text(
        nl: "bron: bestand en regels, of wet en artikel", en: "bron: file and lines, or law and article"))
  }

  private func geenNaam(_ pad: [String], _ naam: String) {
    fout(
      .geenNaam, pad, Text(nl: "«\(naam)»", en: "“\(naam)”"),
      verwacht: Text(
        nl:
          "een kenmerk zoals \(boom.id)-1.16: ten hoogste vier hoofdletters, een streepje, cijfers, letters en punten",
        en: "an id such as \(boom.id)-1.16: up to four capitals, a hyphen, digits, letters and dots"))
  }

  private func onbekend(
    _ soort: Fout.Soort, _ pad: [String], _ wat: Text, _ naam: String, _ bekend: [String], lijst: Bool = true
  ) {
    // What could not be read has been told already.
    guard !naam.isEmpty else { return }
    let all = bekend.joined(separator: ", ")
    let expected =
      Nearest.text(naam, among: bekend)
      ?? (lijst && !bekend.isEmpty ? Text(nl: "een van: \(all)", en: "one of: \(all)") : nil)
    fout(soort, pad, wat + Text(nl: " «\(naam)» bestaat niet", en: " “\(naam)” does not exist"), verwacht: expected)
  }
}

/// What can be wrong with what a tree of demands says.
extension Fout.Soort {
  static let dubbeleEis = Self(rawValue: "dubbeleEis")
  static let onbekendDeel = Self(rawValue: "onbekendDeel")
  static let onbekendeEis = Self(rawValue: "onbekendeEis")
  static let oordeelAlsVastlegging = Self(rawValue: "oordeelAlsVastlegging")
  static let geenBewijs = Self(rawValue: "geenBewijs")
  static let onbekendeGebeurtenis = Self(rawValue: "onbekendeGebeurtenis")
  static let onbekendVeld = Self(rawValue: "onbekendVeld")
  static let onbekendOnderwerp = Self(rawValue: "onbekendOnderwerp")
  static let nietGericht = Self(rawValue: "nietGericht")
  static let onbekendElement = Self(rawValue: "onbekendElement")
}

extension FieldShape {
  /// The words that a value can be, as a file writes them; nil when it is no choice.
  var woorden: [String]? {
    switch self {
    case .code(let words): words
    case .truth: ["ja", "nee"]
    case .list(let shape, _): shape.woorden
    default: nil
    }
  }
}
