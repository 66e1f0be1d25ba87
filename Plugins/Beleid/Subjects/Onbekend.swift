import Governance

/// What is not known of a rule, spelled out: empty never means forgotten.
enum Onbekend {
  /// - Parameter nummers: Of which versions; of all when left out.
  static func texts(_ regeling: Regeling, van nummers: Set<Int>? = nil) -> [Text] {
    regeling.versies.filter { !$0.feiten.isEmpty && nummers?.contains($0.nummer) ?? true }.flatMap { versie in
      gaps(versie).map { versie.text + Text(": ") + $0 }
    }
  }

  private static func gaps(_ versie: Versie) -> [Text] {
    var gaps: [Text] = []
    if versie.digest == nil {
      gaps.append(Text(nl: "de tekst staat niet in het grootboek", en: "the text is not in the ledger"))
    }
    if versie.instemming == .onbekend { gaps.append(versie.instemming.text) }
    guard versie.isVastgesteld else { return gaps }
    if let adopted = versie.feit(RegelingVastgesteld.self) {
      if !adopted.effective.isExact {
        gaps.append(Text(nl: "de dag van vaststelling", en: "the day of adoption") + known(adopted.effective))
      }
      if adopted[RegelingVastgesteld.orgaan] == nil {
        gaps.append(Text(nl: "het orgaan dat vaststelde", en: "the adopting body"))
      }
    } else {
      gaps.append(Text(nl: "de vaststelling is niet vastgelegd", en: "the adoption is not recorded"))
    }
    if let entry = versie.feit(RegelingInWerkingGetreden.self) {
      if !entry.effective.isExact {
        gaps.append(Text(nl: "de dag van inwerkingtreding", en: "the day of entry into force") + known(entry.effective))
      }
    } else {
      gaps.append(Text(nl: "de inwerkingtreding is niet vastgelegd", en: "the entry into force is not recorded"))
    }
    if let end = versie.feit(RegelingIngetrokken.self), !end.effective.isExact {
      gaps.append(Text(nl: "de dag van intrekking", en: "the day of withdrawal") + known(end.effective))
    }
    return gaps
  }

  private static func known(_ date: ImpreciseDate) -> Text {
    date == .unknown ? Text("") : Text(nl: "; wel bekend: ", en: "; known is: ") + date.text
  }
}
