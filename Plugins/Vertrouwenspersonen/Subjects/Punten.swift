import Governance
import Ledger

/// One point of the rules: how it was answered, and where that comes from.
struct Punt {
  let id: String
  let vraag: Text
  /// The word of the choice, for scripts.
  let keuze: String
  let antwoord: Text
  /// The decision; nil when it is the default.
  let besluit: Fact?
  /// How a model answered it, or that its sources are silent; nil when the municipality chose it, or nothing was laid down.
  let herkomst: Regelherkomst?
  /// Where the municipality's own choice stands; nil when there is none.
  let bron: String?
  /// Why the default holds.
  let waarom: Text
  let gevolg: Text

  /// - Parameter antwoord: The answer in words, where it says more than the choice alone.
  fileprivate init<Answer>(_ keuze: Keuze<Answer>, _ regels: Vertrouwenspersonenregels, antwoord: Text? = nil) {
    (id, vraag, waarom, gevolg) = (keuze.id, keuze.vraag, keuze.waarom, keuze.gevolg(regels[keuze]))
    self.keuze = keuze.woord(regels[keuze])
    self.antwoord = antwoord ?? keuze.antwoord(regels[keuze])
    besluit = regels.besluit(keuze)
    herkomst = regels.herkomst(keuze)
    bron = regels.bron(keuze)
  }
}

extension Punt {
  /// Where the answer comes from, in words.
  var oorsprong: Text {
    guard let besluit else {
      return herkomst.map { Text(nl: "de bron zwijgt: \($0.bron)", en: "the source is silent: \($0.bron)") }
        ?? Text(nl: "niet geregeld; ", en: "not settled; ") + waarom
    }
    let since = Text(
      nl: ", vanaf \(besluit.effective.text.nl), nummer \(besluit.position)",
      en: ", from \(besluit.effective.text.en), number \(besluit.position)")
    let kind = herkomst?.soort.text ?? Text(nl: "gekozen", en: "chosen")
    return kind + Text(": \(bron ?? "-")") + since
  }
}

extension Vertrouwenspersonenregels {
  /// Every point with its answer, in their order.
  var punten: [Punt] {
    [
      Punt(Keuzes.benoemer, self), Punt(Keuzes.duur, self), Punt(Keuzes.hoogsteVerlengingen, self),
      Punt(Keuzes.instemmingBenoeming, self), Punt(Keuzes.instemmingVerlenging, self),
      Punt(Keuzes.instemmingExtern, self), Punt(Keuzes.instemmingOntheffing, self),
      Punt(Keuzes.certificering, self), Punt(Keuzes.verliesCertificering, self), Punt(Keuzes.aanstellingsbrief, self),
      Punt(Keuzes.verklaring, self), Punt(Keuzes.kennisgeving, self), Punt(Keuzes.vaststelling, self),
      Punt(Keuzes.motivering, self), Punt(Keuzes.externe, self), Punt(Keuzes.scholing, self),
      Punt(Keuzes.intervisie, self), Punt(Keuzes.bijscholing, self), Punt(Keuzes.jaaroverzichtDoor, self),
      Punt(Keuzes.jaaroverzichtUiterlijk, self), Punt(Keuzes.jaaroverzichtOpenbaarheid, self),
      Punt(Keuzes.drempel, self), Punt(Keuzes.registerBijVertrek, self),
      Punt(Keuzes.oudMedewerkers, self, antwoord: oudMedewerkersText), Punt(Keuzes.bemiddeling, self),
      Punt(Keuzes.klachtBehandelaar, self),
    ]
  }

  /// V-5 in words, with the months.
  var oudMedewerkersText: Text? { oudMedewerkers?.text(maanden: oudMedewerkersMaanden) }
}
