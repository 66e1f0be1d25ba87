import Governance
import RuleFiles
import Yams

extension Lezer {
  func stap(_ id: String, _ map: Kaart) -> Stap {
    defer { map.klaar() }
    return Stap(
      id: naam(id, map), betekenis: map.tekst("betekenis"), door: map.woorden("door", verplicht: true),
      tekent: map.woorden("tekent"), van: vanuit(map), naar: naar(map), spoor: map.tekstOfNiets("spoor"),
      mits: map.woorden("mits"), vereist: map.woorden("vereist"), na: map.woorden("na"),
      isEenmalig: map.jaNee("eenmalig", anders: false),
      betrokkeneMagTekenen: map.jaNee("betrokkeneTekent", anders: false),
      velden: map.kaarten("velden").map { veld($0.naam, $0.kaart, in: id) },
      informeer: map.lijst("informeer").map { map in
        defer { map.klaar() }
        return Informatieplicht(
          wie: map.woorden("wie", verplicht: true), wat: map.tekstOfNiets("wat"),
          als: map.kaart("als").map { voorwaarde($0, in: id) }, binnen: map.tekstOfNiets("binnen"),
          tenzij: map.woorden("tenzij"), herkomst: map.herkomst())
      },
      ongeinformeerd: map.lijst("ongeinformeerd").map { map in
        defer { map.klaar() }
        return Ongeinformeerd(
          wie: map.woorden("wie", verplicht: true), reden: map.tekst("reden"), herkomst: map.herkomst())
      },
      onthoudt: map.lijst("onthoudt").map { map in
        defer { map.klaar() }
        return Onthouding(
          stappen: map.woorden("stappen", verplicht: true), aan: map.woorden("aan"), veld: map.tekstOfNiets("veld"),
          grond: map.tekstOfNiets("grond"), tot: map.woorden("tot"), herkomst: map.herkomst())
      }, verwijst: map.tekstOfNiets("verwijst"), herkomst: map.herkomst())
  }

  private func vanuit(_ map: Kaart) -> Stap.Vanuit {
    let isOpening = map.jaNee("opent", anders: false)
    if isOpening {
      if map.heeft("van") {
        map.verslag.fout(
          .verkeerdeVorm, map.plaats("van"), Text(nl: "«van» bij een stap die opent", en: "“van” of a step that opens"),
          verwacht: Text(nl: "opent of van, niet beide", en: "opent or van, not both"))
        _ = map.node("van")
      }
      return .niets
    }
    let words = map.woorden("van", verplicht: true)
    return switch words {
    case ["open"]: .open
    case ["alle"]: .alle
    default: .toestanden(words)
    }
  }

  /// A state, or `{ veld: wijze, per: { intern: …, extern: … } }`.
  private func naar(_ map: Kaart) -> Stap.Naar {
    guard case .mapping? = map.node("naar") else { return map.tekstOfNiets("naar").map { .toestand($0) } ?? .blijft }
    guard let choice = map.kaart("naar") else { return .blijft }
    defer { choice.klaar() }
    let veld = choice.tekst("veld")
    let codes = choice.kaart("per", verplicht: true)?.teksten() ?? [:]
    return .per(veld: veld, codes)
  }

  private func veld(_ id: String, _ map: Kaart, in stap: String) -> Veld {
    defer { map.klaar() }
    let soort: Veld.Soort = map.code("soort") ?? .tekst
    let waarden = map.woorden("waarden", verplicht: soort == .keuze)
    if soort != .keuze, map.heeft("waarden") {
      map.verslag.fout(
        .verkeerdeVorm, map.plaats("waarden"), Text(nl: "waarden bij soort \(soort)", en: "waarden of soort \(soort)"),
        verwacht: Text(nl: "waarden alleen bij soort keuze", en: "waarden with soort keuze only"))
    }
    return Veld(
      id: naam(id, map), soort: soort, waarden: waarden, verplicht: map.code("verplicht") ?? .nee,
      als: map.kaart("als").map { voorwaarde($0, in: stap) }, isGeweest: map.jaNee("geweest", anders: false),
      nietVoor: map.tekstOfNiets("nietVoor"), merkt: map.woorden("merkt"),
      hoogstens: map.getal("hoogstens", 1...1000) ?? 1,
      zichtbaar: map.woorden("zichtbaar"), alleenVoor: map.woorden("alleenVoor"),
      isIdentiteit: map.jaNee("identiteit", anders: false),
      betekenis: map.tekst("betekenis"), herkomst: map.herkomst())
  }

  /// `{ veld: vorm, is: [extern] }` or `{ veld: verwacht, later: 12 weken, na: KlachtIngediend }`.
  func voorwaarde(_ map: Kaart, in stap: String?) -> Voorwaarde {
    defer { map.klaar() }
    let name = map.tekst("veld")
    if let length = map.lengte("later") {
      return .later(veld: name, dan: length, na: Moment(map.tekst("na")))
    }
    let moment = Moment(name.contains(".") ? name : "\(stap ?? "").\(name)")
    return .veld(moment, is: map.woorden("is", verplicht: !map.heeft("later")))
  }
}
