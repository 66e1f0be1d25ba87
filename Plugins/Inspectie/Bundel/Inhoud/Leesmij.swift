import Console
import Governance
import Ledger
import LedgerCrypto
import Publication

/// `LEESMIJ.html`: what a person reads, on a screen or on paper, without a script and without anything from elsewhere.
struct Leesmij {
  let vraag: Bundelvraag
  let titel: String
  let organisatie: String
  let work: Bundelmaker.Werk
  let checkpoint: Checkpoint
  let registry: KeyRegistry
  let catalog: Catalog

  func html() throws -> String {
    let templates = try Templates([("leesmij", PackageResources.leesmij_mustache)])
    let page = try templates.render("leesmij", .fields(zaak.merging(delen) { _, last in last }))
    // No text of an event can hold this: there every `<` is escaped.
    return page.replacing("<!--bord-->", with: vraag.matrix.bord)
  }

  private var zaak: [String: TemplateValue] {
    [
      "titel": .text(titel), "organisatie": .text(organisatie), "ontvanger": .text(vraag.ontvanger.text.nl),
      "grondslag": .text(vraag.ontvanger.grondslag), "dag": .text(vraag.dag.text.nl),
      "heeftEisen": .flag(!vraag.eisen.isEmpty), "eisen": .text(gevraagd),
      "grootboek": .text(checkpoint.origin), "omvang": .text(Language.dutch.number(Int(clamping: checkpoint.size))),
      "aantal": .text(String(work.stukken.count)), "wortel": .text(checkpoint.root.base64),
      "logsleutel": .text(registry.logKeys.present ?? "-"), "beslisser": .text(vraag.beslisser.text.nl),
      "gemaakt": .text(vraag.gemaakt.text.nl), "opvraagbaar": .text(Legenda.opvraagbaar(voor: vraag.ontvanger)),
      "eerder": .optional(eerder),
    ]
  }

  /// The earlier checkpoints that the receiver can compare with what was kept.
  private var eerder: String? {
    let sizes = vraag.eerder.map { Language.dutch.number(Int(clamping: $0.checkpoint.size)) }
    return sizes.isEmpty ? nil : sizes.joined(separator: ", ")
  }

  private var delen: [String: TemplateValue] {
    let eisen = vraag.matrix.eisen
    // What was shown too late is not shown in time: that is missing as well.
    let gaten = eisen.map(\.eis).filter {
      ![.aangetoond, .nietVanToepassing].contains($0.stand) || [.no, .unknown].contains($0.opTijd)
    }
    let maatregelen = maatregelen
    let gronden = work.legenda.gronden
    let (rollen, vragen, verlopen) = (rollen, vragen, verlopen)
    return [
      "heeftMatrix": .flag(!eisen.isEmpty), "rijen": .list(eisen.map { rij($0.eis, $0.beeld) }),
      "brieven": .list(vraag.matrix.beelden.map(brief)),
      "heeftGaten": .flag(!gaten.isEmpty), "gaten": .list(gaten.map(gat)),
      "verlopen": .list(verlopen), "heeftVragen": .flag(!vragen.isEmpty), "vragen": .list(vragen),
      "heeftGebeurtenissen": .flag(!work.stukken.isEmpty), "gebeurtenissen": .list(opDatum.map(gebeurtenis)),
      "sleutelgebeurtenissen": .text(String(sleutelaantal)),
      "heeftStukken": .flag(!stukken.isEmpty), "stukken": .list(stukken),
      "heeftWeglatingen": .flag(work.legenda.aantal > 0),
      "weggelaten": .text("\(work.legenda.aantal) \(work.legenda.aantal == 1 ? "veld" : "velden")"),
      "vernietigd": .optional(vernietigd), "heeftMaatregelen": .flag(!maatregelen.isEmpty),
      "maatregelen": .list(maatregelen),
      "gronden": .list(gronden.map(grond)), "heeftRollen": .flag(!rollen.isEmpty), "rollen": .list(rollen),
    ]
  }
}
