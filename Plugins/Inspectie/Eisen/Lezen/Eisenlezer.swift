import Governance
import LedgerCrypto
import RuleFiles
import Yams

/// What reading and checking a file with a tree of demands gave.
struct GelezenBoom: Sendable {
  /// The tree; nil when there is any fault.
  let boom: Eisenboom?
  /// Every fault, in the order of the file.
  let fouten: [Fout]
  /// The SHA-256 of the bytes.
  let digest: Digest

  /// Reads a file, as far as it can be read, and checks all of it.
  /// - Parameters:
  ///   - catalog: Which events there are.
  ///   - anderen: The trees that its demands may be related to.
  init(_ bytes: [UInt8], _ catalog: Catalog, naast anderen: [Eisenboom] = []) {
    let report = Verslag()
    let expected = Text(nl: "een eisenboom", en: "a tree of demands")
    digest = SHA256.hash(bytes)
    var read: Eisenboom?
    if let node = Bestandstekst.knoop(bytes, report, verwacht: expected),
      let map = Kaart(node, [], report, verwacht: expected)
    {
      let boom = Eisenlezer(map: map).boom()
      Eisenkeuring(boom: boom, anderen: anderen, catalog: catalog, verslag: report).alles()
      read = boom
    }
    fouten = report.inVolgorde
    boom = fouten.isEmpty ? read : nil
  }

  /// Reads a file that was checked before: whether what it says is right is not looked at again.
  static func zonderKeuring(_ bytes: [UInt8]) -> Eisenboom? {
    let report = Verslag()
    guard let node = Bestandstekst.knoop(bytes, report, verwacht: Text("")), let map = Kaart(node, [], report) else {
      return nil
    }
    let boom = Eisenlezer(map: map).boom()
    return report.fouten.isEmpty ? boom : nil
  }
}

/// Makes a tree of the nodes of a file. What cannot be read is told and left out, so that all is told at once.
struct Eisenlezer {
  let map: Kaart

  func boom() -> Eisenboom {
    defer { map.klaar() }
    return Eisenboom(
      id: map.tekst("boom"), titel: map.tekst("titel"), versie: map.tekst("versie"), steller: map.tekst("steller"),
      organisatie: map.tekstOfNiets("organisatie"), bronnen: map.bronnen(),
      delen: map.kaarten("delen", verplicht: true).map { deel($0.naam, $0.kaart) },
      elementen: map.kaarten("elementen").map { element($0.naam, $0.kaart) },
      eisen: map.kaarten("eisen", verplicht: true).map { eis($0.naam, $0.kaart) })
  }

  private func deel(_ id: String, _ map: Kaart) -> Deel {
    defer { map.klaar() }
    return Deel(
      id: id, titel: map.tekst("titel"), grondslag: map.woorden("grondslag", verplicht: true), bronnen: map.bronnen())
  }

  private func element(_ code: String, _ map: Kaart) -> Inhoudselement {
    defer { map.klaar() }
    return Inhoudselement(code: code, woorden: map.tekst("woorden"), bronnen: map.bronnen())
  }

  private func eis(_ id: String, _ map: Kaart) -> Eis {
    defer { map.klaar() }
    let soort: Eis.Soort = map.code("soort") ?? .eis
    // A rule of the case has nothing that could be measured.
    let measured = soort != .procedure
    return Eis(
      id: id, soort: soort, deel: map.tekst("deel"), woorden: map.tekst("woorden"), plaats: map.tekst("plaats"),
      bronnen: map.bronnen(), grondslag: map.woorden("grondslag"),
      ondernemingsraad: map.code("ondernemingsraad", anders: .geen) ?? .geen,
      aard: map.code("aard", anders: measured ? nil : .vastlegging) ?? .vastlegging,
      maatstaven: codes("maatstaf", map, verplicht: measured),
      bewijs: map.lijst("bewijs").map { bewijsregel($0) }, isOptioneel: map.jaNee("optioneel", anders: false),
      registratie: map.woorden("registratie"), zaakstappen: map.woorden("zaakstappen"), verwant: map.woorden("verwant"))
  }

  private func bewijsregel(_ map: Kaart) -> Bewijsregel {
    defer { map.klaar() }
    return Bewijsregel(
      wat: map.tekst("wat"), door: map.woorden("door", verplicht: true), met: map.woorden("met"),
      waarden: waarden(map), regeling: map.kaart("regeling").map { regeling($0) },
      onderwerp: map.tekstOfNiets("onderwerp"), voorwaarden: codes("voorwaarden", map))
  }

  private func waarden(_ map: Kaart) -> [Bewijsregel.Waarde] {
    guard let map = map.kaart("waarden") else { return [] }
    // Several values of one field are all asked for.
    return map.namen.sorted().flatMap { name in
      map.woorden(name).map { Bewijsregel.Waarde(veld: name, waarde: $0) }
    }
  }

  private func regeling(_ map: Kaart) -> Bewijsregel.Regelingkeuze {
    defer { map.klaar() }
    return Bewijsregel.Regelingkeuze(soorten: map.woorden("soort"), bevat: map.woorden("bevat"))
  }

  /// One code of a fixed list, or several.
  private func codes<Code: CodeValue & CaseIterable>(_ key: String, _ map: Kaart, verplicht: Bool = false) -> [Code]
  where Code.RawValue == String {
    let known = Code.allCases.map(\.rawValue)
    return map.woorden(key, verplicht: verplicht).enumerated().compactMap { index, word in
      if let code = Code(rawValue: word) { return code }
      map.verslag.fout(
        .onbekendeWaarde, map.verslag.plaatsen[map.pad + [key, String(index)]], Text(nl: "«\(word)»", en: "“\(word)”"),
        verwacht: Nearest.text(word, among: known)
          ?? Text(nl: "een van: \(known.joined(separator: ", "))", en: "one of: \(known.joined(separator: ", "))"))
      return nil
    }
  }
}
