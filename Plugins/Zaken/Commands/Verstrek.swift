import ArgumentParser
import Console
import Foundation
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak verstrek`
  struct Verstrek: Zaakvervolg {
    static let configuration = CommandConfiguration(
      commandName: "verstrek",
      abstract: Language.ofProcess.choose(
        nl:
          "Maak voor een partij het eigen dossier; wat van een ander is of wordt onthouden, blijft weg, met de grond.",
        en: "Make a party's own file; what is another's or is kept from it stays out, with the ground."),
      discussion: Language.ofProcess.choose(
        nl: "Voorbeeld: waarborg zaak verstrek zaak-3f9a2c --aan klager --map dossier",
        en: "Example: waarborg zaak verstrek zaak-3f9a2c --aan klager --map dossier"))
    @OptionGroup var zaak: ZaakArgument
    @Option(help: Language.help(nl: "Aan welke partij.", en: "To which party.", "partij")) var aan: String
    @Option(
      help: Language.help(
        nl: "Een nieuwe map voor het dossier met de stukken zelf, alleen voor u leesbaar.",
        en: "A new folder for the file with the papers themselves, readable for you alone.", "map"))
    var map: String?
    @OptionGroup var options: AppendingOptions

    func gebeurtenis(_ zaak: Zaak) throws -> Zaakgebeurtenis { .verstrekt(aan: aan) }

    func werk(_ zaak: Zaak) throws -> OutsideWork? {
      guard let map, let partij = zaak.procedure.deelnemer(aan) else { return nil }
      let dossier = Partijdossier(zaak.stand, voor: partij)
      return OutsideWork(
        carryOut: { try dossier.schrijf(in: map) }, undo: { try? FileManager.default.removeItem(atPath: map) },
        finish: {})
    }

    func toon(_ zaak: Zaak, _ terminal: Terminal) {
      guard let partij = zaak.procedure.deelnemer(aan) else { return }
      let dossier = Partijdossier(zaak.stand, voor: partij)
      if shared.json { return terminal.outJSON(dossier.json.text) }
      if let map {
        return terminal.note(
          StyledText.verdict(
            .good,
            Text(
              nl: "geschreven in \(map), alleen voor u leesbaar; verwijder de map na gebruik",
              en: "written into \(map), readable for you alone; remove the folder after use")))
      }
      terminal.out(dossier.tekst)
      guard dossier.heeftStukken else { return }
      terminal.note(
        Text(
          nl: "De stukken zelf: met --map MAP, of waarborg zaak neem-uit.",
          en: "The papers themselves: with --map DIRECTORY, or waarborg zaak neem-uit."))
    }
  }
}

/// What a party may have of a case: the steps that say something to it, without what is not for it.
struct Partijdossier {
  private struct Regel {
    let feit: Zaakfeit
    let stap: Stap
    let velden: [(veld: Veld, waarden: [String])]
    let onthouden: [Veld]
  }

  private let titel: String
  private let partij: Deelnemer
  private let regels: [Regel]
  /// On what grounds steps stay out; which they are, would tell what is kept.
  private let gronden: [String]

  init(_ stand: Zaakstand, voor partij: Deelnemer) {
    titel = stand.procedure.titel
    self.partij = partij
    var gronden: [String] = []
    // A step of which the party may see nothing is not mentioned: that it was taken is not for the party either.
    regels = stand.stappen.compactMap { feit in
      guard let stap = feit.stap else { return nil }
      let filled = stap.velden.filter { feit.velden[$0.id] != nil }
      let seen = filled.filter { $0.zichtbaar.contains(partij.id) && !$0.isIdentiteit }
      guard !seen.isEmpty else { return nil }
      if let grond = stand.onthouding(feit, aan: partij.id) {
        if !gronden.contains(grond) { gronden.append(grond) }
        return nil
      }
      return Regel(
        feit: feit, stap: stap, velden: seen.map { ($0, feit.velden[$0.id] ?? []) },
        onthouden: filled.filter { veld in !seen.contains { $0.id == veld.id } })
    }
    self.gronden = gronden
  }

  /// Whether there is nothing that the party may have.
  var isLeeg: Bool { regels.isEmpty }

  /// Whether there are papers in it.
  var heeftStukken: Bool { !stukken.isEmpty }

  private func grond(_ veld: Veld, _ stap: Stap) -> String {
    let bron = veld.herkomst.isLeeg ? stap.herkomst.text : veld.herkomst.text
    return "niet voor \(partij.id) (\(bron))"
  }

  var tekst: String {
    var lines = ["\(titel): dossier voor \(partij.id)", ""]
    for regel in regels {
      lines.append("\(regel.feit.op.text.nl) – \(regel.stap.betekenis)")
      for (veld, waarden) in regel.velden {
        lines.append("  \(veld.id): \(waarden.map { Stukwaarde($0)?.omschrijving ?? $0 }.joined(separator: ", "))")
      }
      for veld in regel.onthouden { lines.append("  \(veld.id): [onthouden: \(grond(veld, regel.stap))]") }
    }
    for grond in gronden { lines.append("[onthouden: \(grond)]") }
    return lines.joined(separator: "\n")
  }

  var json: JSON {
    [
      "partij": .string(partij.id),
      "stappen": .array(
        regels.map { regel in
          [
            "op": regel.feit.op.json, "stap": .string(regel.stap.id),
            "velden": .object(
              regel.velden.map { JSON.Member($0.veld.id, .array($0.waarden.map { .string($0) })) }),
            "onthouden": .object(
              regel.onthouden.map { JSON.Member($0.id, .string(grond($0, regel.stap))) }),
          ]
        }), "onthouden": .array(gronden.map { .string($0) }),
    ]
  }

  // MARK: In a folder

  /// The papers, each with the name of its file.
  private var stukken: [(naam: String, document: Document)] {
    let all = regels.flatMap { regel in
      regel.velden.flatMap { veld, waarden in
        waarden.compactMap { Stukwaarde($0)?.document }.map { (veld.id, $0) }
      }
    }
    // By their place in this file: the number of the step would tell how many others there are.
    return all.enumerated().map { ("\($0 + 1)-\($1.0)\(Self.einde($1.1.mediaType))", $1.1) }
  }

  private static func einde(_ mediaType: String) -> String {
    switch mediaType {
    case "application/pdf": ".pdf"
    case "text/plain": ".txt"
    case "text/markdown": ".md"
    case "image/png": ".png"
    case "image/jpeg": ".jpg"
    case "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx"
    case "application/vnd.oasis.opendocument.text": ".odt"
    default: ".bin"
    }
  }

  /// Writes it with its papers into a new folder that only its owner can read.
  func schrijf(in map: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: map, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch CocoaError.fileWriteFileExists {
      throw Failure(
        .badInput, Text(nl: "--map: «\(map)» bestaat al", en: "--map: “\(map)” exists already"),
        remedy: Text(nl: "geef een nieuwe map", en: "give a new folder"))
    } catch {
      throw Failure(
        .io, Text(nl: "--map: «\(map)» is niet te maken", en: "--map: “\(map)” cannot be made"))
    }
    do {
      try PrivateFile.create("\(map)/dossier.txt", Array("\(tekst)\n".utf8))
      for stuk in stukken { try PrivateFile.create("\(map)/\(stuk.naam)", stuk.document.bytes) }
    } catch {
      try? FileManager.default.removeItem(atPath: map)
      throw error
    }
  }
}
