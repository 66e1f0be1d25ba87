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
    for veld in stap.velden {
      let waarden = velden[veld.id] ?? []
      if isVolledig, veld.verplicht == .ja, geldt(veld.als, velden), waarden.allSatisfy(\.isEmpty) {
        return fout(veld.id, Text(nl: "ontbreekt", en: "is missing"), Text(nl: veld.betekenis, en: veld.betekenis))
      }
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

  private func geldt(_ voorwaarde: Voorwaarde?, _ velden: Veldwaarden) -> Bool {
    switch voorwaarde {
    case nil: true
    case .veld(let moment, let codes):
      !(velden[moment.veld ?? moment.stap] ?? []).filter { codes.contains($0) }.isEmpty
    // What depends on the length of the case is judged where its clocks are.
    case .later: false
    }
  }

  /// What was expected of a value; nil when it fits.
  private func verwacht(_ veld: Veld, _ waarde: String) -> Text? {
    switch veld.soort {
    case .tekst, .persoon: FieldShape.prose(most: Self.mostCharacters).problem(.string(waarde), quoting: false)
    case .document:
      Stukwaarde(waarde) == nil
        ? Text(nl: "een document: \(veld.id)=@bestand", en: "a document: \(veld.id)=@file") : nil
    case .datum:
      (try? ImpreciseDate(waarde)) == nil
        ? Text(nl: "een datum, zoals 2024-06-03", en: "a date, such as 2024-06-03") : nil
    case .moment:
      (try? Instant(waarde)) == nil && (try? ImpreciseDate(waarde)) == nil
        ? Text(nl: "een tijdstip, zoals 2024-06-03T14:30:00+02:00", en: "a moment, such as 2024-06-03T14:30:00+02:00")
        : nil
    case .getal: Int(waarde) == nil ? Text(nl: "een getal", en: "a number") : nil
    case .keuze:
      veld.waarden.contains(waarde)
        ? nil
        : Text(
          nl: "een van: \(veld.waarden.joined(separator: ", "))", en: "one of: \(veld.waarden.joined(separator: ", "))")
    case .jaNee: ["ja", "nee"].contains(waarde) ? nil : Text(nl: "ja of nee", en: "ja or nee")
    case .duur:
      (try? TermLength(waarde)) == nil ? Text(nl: "een duur, zoals «6 weken»", en: "a length, such as “6 weken”") : nil
    }
  }

  private func fout(_ veld: String, _ wat: Text, _ raad: Text) -> Failure {
    Failure(
      .badInput, Text("\(stap.id), \(veld): ") + wat, remedy: raad,
      rule: RuleCitation(id: "ZAAK-VELD", source: stap.herkomst.text))
  }
}
