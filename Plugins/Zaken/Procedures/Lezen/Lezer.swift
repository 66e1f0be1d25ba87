import Governance
import LedgerCrypto
import RuleFiles
import Yams

/// What reading and checking a procedure file gave.
struct Gelezen: Sendable {
  /// The procedure; nil when there is any fault.
  let procedure: Procedure?
  /// Every fault, in the order of the file.
  let fouten: [Fout]
  /// The SHA-256 of the bytes.
  let digest: Digest
  /// Where each part stands.
  let plaatsen: Plaatsen

  /// The SHA-256 of the bytes of a file, by which a version is known.
  static func digest(_ bytes: [UInt8]) -> Digest { SHA256.hash(bytes) }

  /// Reads a file, as far as it can be read, and checks all of it.
  init(_ bytes: [UInt8]) {
    let report = Verslag()
    digest = Self.digest(bytes)
    var read: Procedure?
    let expected = Text(nl: "een procedure", en: "a procedure")
    if let node = Bestandstekst.knoop(bytes, report, verwacht: expected),
      let map = Kaart(node, [], report, verwacht: expected)
    {
      let procedure = Lezer(map: map).procedure()
      Nakijken(procedure, report).alles()
      read = procedure
    }
    fouten = report.inVolgorde
    procedure = fouten.isEmpty ? read : nil
    plaatsen = report.plaatsen
  }
}

/// Makes a procedure of the nodes of a file. What cannot be read is told and left out, so that all is told at once.
struct Lezer {
  let map: Kaart

  func procedure() -> Procedure {
    let procedure = Procedure(
      id: map.tekst("procedure"), titel: map.tekst("titel"), versie: map.tekst("versie"),
      organisatie: map.tekst("organisatie"), regeling: map.tekst("regeling"),
      isVertrouwelijk: map.jaNee("vertrouwelijk"), herkomst: map.herkomst(), start: start(),
      deelnemers: map.kaarten("deelnemers", verplicht: true).map { deelnemer($0.naam, $0.kaart) },
      toestanden: map.kaarten("toestanden", verplicht: true).map { toestand($0.naam, $0.kaart) },
      stappen: map.kaarten("stappen", verplicht: true).map { stap($0.naam, $0.kaart) },
      termijnen: map.kaarten("termijnen").map { termijn($0.naam, $0.kaart) },
      routes: map.kaarten("routering", verplicht: true).map { route($0.naam, $0.kaart) },
      vertrouwelijkheid: vertrouwelijkheid(), bescherming: map.lijst("bescherming").map { bepaling($0) },
      bewaring: map.kaarten("bewaring", verplicht: true).map { bewaring($0.naam, $0.kaart) },
      rapportages: map.kaarten("rapportages").map { rapportage($0.naam, $0.kaart) },
      bepalingen: map.lijst("bepalingen").map { bepaling($0) },
      keuzes: map.kaarten("keuzes").map { keuze($0.naam, $0.kaart) })
    map.klaar()
    return procedure
  }

  func bepaling(_ map: Kaart) -> Bepaling {
    defer { map.klaar() }
    return Bepaling(tekst: map.tekst("tekst"), herkomst: map.herkomst())
  }

  private func keuze(_ id: String, _ map: Kaart) -> Keuze {
    defer { map.klaar() }
    return Keuze(
      id: id, kwestie: map.tekst("kwestie"), standaard: map.tekst("standaard"), mogelijk: map.woorden("mogelijk"),
      herkomst: map.herkomst())
  }

  private func start() -> Startregels {
    guard let map = map.kaart("start", verplicht: true) else {
      return Startregels(indieners: [], grenzen: [], vormvereisten: [], anoniem: nil)
    }
    defer { map.klaar() }
    let anonymous = map.kaart("anoniem").map { map in
      defer { map.klaar() }
      return Startregels.Anoniem(mag: map.jaNee("mag"), merk: map.tekstOfNiets("merk"), herkomst: map.herkomst())
    }
    return Startregels(
      indieners: map.kaarten("indieners", verplicht: true).map { id, map in
        defer { map.klaar() }
        return .init(
          id: id, betekenis: map.tekst("betekenis"), isOpen: map.jaNee("open"), waarheen: map.tekstOfNiets("waarheen"),
          herkomst: map.herkomst())
      },
      grenzen: map.lijst("grenzen").map { map in
        defer { map.klaar() }
        return .init(
          termijn: map.tekst("termijn"), merk: map.tekst("merk"), voor: map.woorden("voor"), herkomst: map.herkomst())
      },
      vormvereisten: map.lijst("vorm").map { bepaling($0) }, anoniem: anonymous)
  }

  private func deelnemer(_ id: String, _ map: Kaart) -> Deelnemer {
    defer { map.klaar() }
    return Deelnemer(
      id: naam(id, map), soort: map.code("soort") ?? .partij, betekenis: map.tekst("betekenis"),
      rollen: rollen("rollen", map),
      volgtRoute: map.jaNee("volgtRoute", anders: false), isBetrokkene: map.jaNee("betrokken", anders: false),
      herkomst: map.herkomst())
  }

  private func toestand(_ id: String, _ map: Kaart) -> Toestand {
    defer { map.klaar() }
    return Toestand(
      id: naam(id, map), betekenis: map.tekst("betekenis"), spoor: map.tekstOfNiets("spoor") ?? Toestand.hoofdspoor,
      isBegin: map.jaNee("begin", anders: false), isEind: map.jaNee("eind", anders: false), herkomst: map.herkomst())
  }

  /// The roles of keys; what is none of them is told.
  func rollen(_ key: String, _ map: Kaart) -> [Rol] {
    map.woorden(key).enumerated().compactMap { index, word in
      if let rol = Rol(rawValue: word) { return rol }
      let known = Rol.allCases.map(\.rawValue)
      map.verslag.fout(
        .onbekendeRol, map.verslag.plaatsen[map.pad + [key, String(index)]],
        Text(nl: "onbekende rol «\(word)»", en: "unknown role “\(word)”"),
        verwacht: Nearest.text(word, among: known)
          ?? Text(nl: "een van: \(known.joined(separator: ", "))", en: "one of: \(known.joined(separator: ", "))"))
      return nil
    }
  }

  /// A name that can be written as `Stap.veld`.
  func naam(_ id: String, _ map: Kaart) -> String {
    let isName =
      id.utf8.count <= 60 && id.first?.isLetter == true && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if !isName {
      map.verslag.fout(
        .geenNaam, map.verslag.plaatsen[map.pad], Text(nl: "«\(id)»", en: "“\(id)”"),
        verwacht: Text(nl: "letters en cijfers, met een letter vooraan", en: "letters and digits, a letter first"))
    }
    return id
  }

  private func route(_ over: String, _ map: Kaart) -> Route {
    defer { map.klaar() }
    return Route(
      over: over, betekenis: map.tekst("betekenis"), uitgesloten: rollen("uitgesloten", map), bij: map.tekst("bij"),
      beslist: rollen("beslist", map), namens: map.tekstOfNiets("namens"), geenRoute: map.tekstOfNiets("geenRoute"),
      isBuiten: map.jaNee("buiten", anders: false), waarschuwingen: map.woorden("waarschuwingen"),
      herkomst: map.herkomst())
  }

  private func vertrouwelijkheid() -> Vertrouwelijkheid {
    guard let map = map.kaart("vertrouwelijkheid", verplicht: true) else {
      return Vertrouwelijkheid(kringen: [], regels: [])
    }
    defer { map.klaar() }
    return Vertrouwelijkheid(
      kringen: map.kaarten("kringen", verplicht: true).map { id, map in
        defer { map.klaar() }
        return Kring(
          id: id, betekenis: map.tekst("betekenis"), leden: map.woorden("leden", verplicht: true),
          opent: map.tekstOfNiets("opent"), herkomst: map.herkomst())
      }, regels: map.lijst("regels").map { bepaling($0) })
  }

  private func rapportage(_ id: String, _ map: Kaart) -> Rapportage {
    defer { map.klaar() }
    return Rapportage(
      id: id, betekenis: map.tekst("betekenis"), periode: map.code("periode") ?? .jaarlijks, aan: map.woorden("aan"),
      inhoud: map.woorden("inhoud"), verdeling: map.woorden("verdeling").map { Moment($0) },
      team: map.tekstOfNiets("team").map { Moment($0) }, herkomst: map.herkomst())
  }
}
