import Governance
import RuleFiles
import Yams

extension Lezer {
  func termijn(_ id: String, _ map: Kaart) -> Termijn {
    defer { map.klaar() }
    return Termijn(
      id: id, naam: map.tekst("naam"), duur: duur(map), minstens: map.lengte("minstens"),
      isVooraf: map.jaNee("vooraf", anders: false), begin: begin(map), beginAnders: map.tekstOfNiets("beginAnders"),
      telling: map.code("telling", anders: .eerste) ?? .eerste,
      gehaald: map.woorden("gehaald").map { Moment($0) }, vervalt: map.woorden("vervalt"),
      voorElk: map.kaart("voorElk").map { voorElk($0) },
      alleen: map.kaart("alleen").map { voorwaarde($0, in: nil) }, grondslag: grondslag(map),
      rang: map.getal("rang", 1...20), verlenging: map.lijst("verlenging").map { verlenging($0) },
      opschorting: map.kaarten("opschorting").map { opschorting($0.naam, $0.kaart) }, gemist: gemist(map),
      herkomst: map.herkomst())
  }

  private func voorElk(_ map: Kaart) -> Termijn.VoorElk {
    defer { map.klaar() }
    return Termijn.VoorElk(veld: map.tekst("veld"), codes: map.woorden("is", verplicht: true))
  }

  private func duur(_ map: Kaart) -> Termijn.Duur {
    let keys = ["lengte", "lezingen", "tot", "zonderGetal"].filter { map.heeft($0) }
    if keys.count != 1 {
      map.verslag.fout(
        keys.isEmpty ? .ontbreekt : .verkeerdeVorm, map.plaats,
        keys.isEmpty
          ? Text(nl: "geen duur", en: "no length")
          : Text(
            nl: "meer dan één duur (\(keys.joined(separator: ", ")))",
            en: "more than one length (\(keys.joined(separator: ", ")))"),
        verwacht: Text(
          nl: "een van: lengte, lezingen, tot, zonderGetal", en: "one of: lengte, lezingen, tot, zonderGetal"))
    }
    let length = map.lengte("lengte")
    let readings = map.lengtes("lezingen")
    let until = map.tekstOfNiets("tot")
    let word = map.tekstOfNiets("zonderGetal")
    if let length { return .lengte(length) }
    if !readings.isEmpty { return .lezingen(readings) }
    if let until { return .tot(Moment(until)) }
    return .zonderGetal(word ?? "")
  }

  private func begin(_ map: Kaart) -> Termijn.Begin {
    let words = map.woorden("begint", verplicht: true)
    if words.count == 1, let first = words.first, first.hasPrefix("einde ") {
      return .einde(String(first.dropFirst(6)))
    }
    return .momenten(words.map { Moment($0) })
  }

  /// `wettelijk: nee`, or the article that sets the term.
  private func grondslag(_ map: Kaart) -> Termijn.Grondslag {
    let expected = Text(
      nl: "nee, of het artikel dat de termijn stelt, zoals Awb 7:10 lid 1",
      en: "nee, or the article that sets the term, such as Awb 7:10 lid 1")
    guard let node = map.vereist("wettelijk", expected) else { return .eigenRegel }
    let word = node.scalar?.string ?? ""
    if word == "nee" { return .eigenRegel }
    guard case .wet(let artikel)? = Bron(word) else {
      map.verslag.fout(.onbekendeWaarde, Plaats(node), Kaart.vorm(node), verwacht: expected)
      return .eigenRegel
    }
    return .wet(artikel: artikel)
  }

  private func gemist(_ map: Kaart) -> Gemist {
    // That a term has no effect is told by the check, as a fault of what it says.
    guard let map = map.kaart("gemist") else { return Gemist(gevolg: .merk, betekenis: "", herkomst: Herkomst()) }
    defer { map.klaar() }
    return Gemist(gevolg: map.code("gevolg") ?? .merk, betekenis: map.tekst("betekenis"), herkomst: map.herkomst())
  }

  private func verlenging(_ map: Kaart) -> Verlenging {
    defer { map.klaar() }
    return Verlenging(
      stap: map.tekst("stap"), met: omvang(map), hoeVaak: map.getal("hoeVaak", 1...100),
      als: map.kaart("als").map { voorwaarde($0, in: map.tekstOfNiets("stap")) }, grond: map.tekst("grond"),
      isVoorEinde: map.jaNee("voorEinde"), herkomst: map.herkomst())
  }

  private func omvang(_ map: Kaart) -> Verlenging.Omvang {
    let fixed = map.lengte("met")
    let most = map.lengte("hoogstens")
    let field = map.tekstOfNiets("veld")
    let until = map.tekstOfNiets("tot")
    if let fixed { return .vast(fixed) }
    if let most, let field { return .hoogstens(most, veld: field) }
    if let field { return .veld(field) }
    if let until { return .tot(veld: until) }
    map.verslag.fout(
      .ontbreekt, map.plaats, Text(nl: "geen omvang", en: "no extent"),
      verwacht: Text(
        nl: "met, hoogstens met veld, veld, of tot", en: "met, hoogstens with veld, veld, or tot"))
    return .veld("")
  }

  private func opschorting(_ id: String, _ map: Kaart) -> Opschortingsgrond {
    defer { map.klaar() }
    return Opschortingsgrond(
      id: id, artikel: map.tekstOfNiets("artikel") ?? "", stap: map.tekst("stap"), vanaf: map.code("vanaf") ?? .erna,
      eindigt: map.woorden("eindigt").map { Moment($0) }, tot: map.code("tot", anders: .zelf) ?? .zelf,
      uiterlijk: map.tekstOfNiets("uiterlijk"), uiterlijkTot: map.code("uiterlijkTot", anders: .zelf) ?? .zelf,
      mededeling: map.woorden("mededeling"), herkomst: map.herkomst())
  }

  func bewaring(_ id: String, _ map: Kaart) -> Bewaring {
    defer { map.klaar() }
    return Bewaring(
      id: id, voorwerp: map.code("voorwerp") ?? .onderzoeksdossier, betekenis: map.tekst("betekenis"),
      duur: bewaarduur("duur", map), brondatum: map.woorden("brondatum").map { Moment($0) },
      beletsels: map.lijst("beletsels").map { map in
        defer { map.klaar() }
        return .init(
          van: map.tekst("van"), tot: map.tekstOfNiets("tot"), betekenis: map.tekst("betekenis"),
          herkomst: map.herkomst())
      }, selectielijst: selectielijst(map), herkomst: map.herkomst())
  }

  /// A length of time, or one of three words.
  private func bewaarduur(_ key: String, _ map: Kaart) -> Bewaring.Duur {
    let expected = Text(
      nl: "een lengte zoals 3 jaren, of bewaren, zolangNodig, onbepaald",
      en: "a length such as 3 jaren, or bewaren, zolangNodig, onbepaald")
    guard let node = map.vereist(key, expected) else { return .onbepaald }
    switch node.scalar?.string {
    case "bewaren": return .bewaren
    case "zolangNodig": return .zolangNodig
    case "onbepaald": return .onbepaald
    default:
      if let text = node.scalar?.string, !text.hasPrefix("0"), let length = try? TermLength(text) {
        return .termijn(length)
      }
      map.verslag.fout(.geenLengte, Plaats(node), Kaart.vorm(node), verwacht: expected)
      return .onbepaald
    }
  }

  private func selectielijst(_ map: Kaart) -> Bewaring.Selectielijst {
    guard let map = map.kaart("selectielijst", verplicht: true) else { return .geen("") }
    defer { map.klaar() }
    if let reason = map.tekstOfNiets("geen") { return .geen(reason) }
    return .klasse(map.tekst("klasse"), omschrijving: map.tekst("omschrijving"), bewaarduur("duur", map))
  }
}
