import Governance
import Ledger
import RuleFiles

/// Judges what is recorded with a step. Messages name the field and never repeat its value: it is going to be sealed.
struct Veldkeuring {
  let stap: Stap
  let procedure: Procedure

  /// What fits in a compartment, beside the signature.
  private static let mostCharacters = 100_000

  init(_ stap: Stap, _ procedure: Procedure) {
    self.stap = stap
    self.procedure = procedure
  }

  /// Why the values cannot be recorded; nil when they can.
  /// - Parameter isVolledig: Whether these are all the values; a reader may know only some.
  func weigering(_ velden: Veldwaarden, isVolledig: Bool = true) -> Failure? {
    for name in velden.keys.sorted() where stap.veld(name) == nil {
      let bekend = stap.velden.map(\.id).joined(separator: ", ")
      return fout(
        name, Text(nl: "hoort niet bij \(stap.id)", en: "does not belong to \(stap.id)"),
        Text(nl: "velden: \(bekend.isEmpty ? "geen" : bekend)", en: "fields: \(bekend.isEmpty ? "none" : bekend)"))
    }
    if isVolledig, let weg = ontbrekend(velden) { return weg }
    for veld in stap.velden {
      let waarden = velden[veld.id] ?? []
      if waarden.count > veld.hoogstens {
        return fout(
          veld.id,
          Text(
            nl: "staat er \(waarden.count) keer; hoogstens \(veld.hoogstens)",
            en: "is there \(waarden.count) times; at most \(veld.hoogstens)"),
          Text(nl: "laat er weg", en: "leave some out"))
      }
      if let verwacht = waarden.lazy.compactMap({ verwacht(veld, $0) }).first {
        return fout(veld.id, Text(nl: "heeft niet de goede vorm", en: "has not the right form"), verwacht)
      }
    }
    return bestemming(velden, isVolledig)
  }

  /// All required fields that are missing, at once, each with what it means and what can be said in it.
  private func ontbrekend(_ velden: Veldwaarden) -> Failure? {
    let weg = stap.velden.filter { veld in
      veld.verplicht == .ja && geldt(veld.als, velden) && (velden[veld.id] ?? []).allSatisfy(\.isEmpty)
    }
    guard let first = weg.first else { return nil }
    let rest = weg.dropFirst().map { ", \($0.id): ontbreekt" }.joined()
    let english = weg.dropFirst().map { ", \($0.id): is missing" }.joined()
    let remedies = weg.map { veld in
      Text("--veld \(veld.id)=…: \(veld.betekenis)")
        + (Self.verwacht(veld).map { Text(" (") + $0 + Text(")") } ?? Text(""))
    }
    return fout(
      first.id, Text(nl: "ontbreekt\(rest)", en: "is missing\(english)"),
      remedies.dropFirst().reduce(remedies[0]) { $0 + Text("; ") + $1 })
  }

  /// A step that leads to one state or another says to which.
  private func bestemming(_ velden: Veldwaarden, _ isVolledig: Bool) -> Failure? {
    guard case .per(let veld, let ids) = stap.naar, Zaakstand.naar(stap, velden) == nil,
      isVolledig || stap.veld(veld).map({ procedure.isVoorAllen($0) }) == true
    else { return nil }
    return fout(
      veld, Text(nl: "zegt niet waarheen de stap leidt", en: "does not say where the step leads"),
      Text(
        nl: "een van: \(ids.keys.sorted().joined(separator: ", "))",
        en: "one of: \(ids.keys.sorted().joined(separator: ", "))"))
  }

  /// What should have been recorded and was not, for who acted: it is marked, not refused.
  func merken(_ velden: Veldwaarden) -> [Veld] {
    stap.velden.filter { veld in
      veld.verplicht == .merk && geldt(veld.als, velden) && (velden[veld.id] ?? []).allSatisfy(\.isEmpty)
    }
  }

  /// What was recorded as it was although the rule asks for something else.
  func afwijkend(_ velden: Veldwaarden) -> [Veld] {
    stap.velden.filter { veld in !Set(velden[veld.id] ?? []).isDisjoint(with: veld.merkt) }
  }

  private func geldt(_ voorwaarde: Voorwaarde?, _ velden: Veldwaarden) -> Bool {
    switch voorwaarde {
    case nil: true
    case .veld(let moment, let codes):
      !(velden[moment.veld ?? moment.stap] ?? []).filter { codes.contains($0) }.isEmpty
    // What depends on the length of the case is judged where its clocks are.
    case .later: false
    }
  }

  /// What can be said in a field; nil for text.
  static func verwacht(_ veld: Veld) -> Text? {
    switch veld.soort {
    case .tekst, .persoon: nil
    case .document: Text(nl: "een document: \(veld.id)=@bestand", en: "a document: \(veld.id)=@file")
    case .datum: Text(nl: "een datum, zoals 2024-06-03", en: "a date, such as 2024-06-03")
    case .moment:
      Text(nl: "een tijdstip, zoals 2024-06-03T14:30:00+02:00", en: "a moment, such as 2024-06-03T14:30:00+02:00")
    case .getal: Text(nl: "een getal", en: "a number")
    case .keuze:
      Text(
        nl: "een van: \(veld.waarden.joined(separator: ", "))", en: "one of: \(veld.waarden.joined(separator: ", "))")
    case .jaNee: Text(nl: "ja of nee", en: "ja or nee")
    case .duur: Text(nl: "een duur, zoals «6 weken»", en: "a length, such as “6 weken”")
    }
  }

  /// What was expected of a value; nil when it fits.
  private func verwacht(_ veld: Veld, _ waarde: String) -> Text? {
    let isGoed =
      switch veld.soort {
      case .tekst, .persoon: true
      case .document: Stukwaarde(waarde) != nil
      case .datum: (try? ImpreciseDate(waarde)) != nil
      case .moment: (try? Instant(waarde)) != nil || (try? ImpreciseDate(waarde)) != nil
      case .getal: Int(waarde) != nil
      case .keuze, .jaNee: veld.codes.contains(waarde)
      case .duur: (try? TermLength(waarde)) != nil
      }
    guard isGoed else { return Self.verwacht(veld) }
    guard veld.soort == .tekst || veld.soort == .persoon else { return nil }
    return FieldShape.prose(most: Self.mostCharacters).problem(.string(waarde), quoting: false)
  }

  private func fout(_ veld: String, _ wat: Text, _ raad: Text) -> Failure {
    Failure(
      .badInput, Text("\(stap.id), \(veld): ") + wat, remedy: raad,
      rule: RuleCitation(id: "ZAAK-VELD", source: stap.herkomst.text))
  }
}
