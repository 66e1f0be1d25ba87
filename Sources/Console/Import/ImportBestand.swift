import Foundation
import Governance

/// A file on disk that should hold comma-separated values in UTF-8; what else it turns out to be is named.
public enum ImportBestand {
  /// The most bytes a file may have: more than any register of nevenfuncties, less than memory.
  static let mostBytes = 16 << 20
  private static let chunkBytes = 64 << 10

  /// A reader of the file.
  /// - Parameter template: The command that prints an empty file with all columns.
  /// - Throws: `Failure` when it is not there, empty, too large, or of another kind.
  public static func open(_ path: String, template: String) throws -> CSVReader {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw Failure(.notFound, Text(nl: "bestand «\(path)» bestaat niet", en: "file “\(path)” does not exist"))
    }
    guard !isDirectory.boolValue else {
      throw Failure(
        .badInput,
        Text(nl: "«\(path)» is een map, verwacht een bestand", en: "“\(path)” is a directory; expected a file"))
    }
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int ?? 0
    guard size <= mostBytes else {
      throw Failure(
        .badInput,
        Text(
          nl: "«\(path)» telt \(size) bytes, hoogstens \(mostBytes) (16 MiB) mag",
          en: "“\(path)” has \(size) bytes; at most \(mostBytes) (16 MiB) may be used"),
        remedy: Text(nl: "deel het bestand in stukken", en: "split the file"))
    }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Failure(.io, Text(nl: "«\(path)» is niet te lezen", en: "“\(path)” cannot be read"))
    }
    var start = try read(file)
    guard !start.isEmpty else {
      throw Failure(
        .badInput, Text(nl: "«\(path)» is leeg", en: "“\(path)” is empty"),
        remedy: Text(
          nl: "begin met \(template)", en: "start from \(template)"))
    }
    if let kind = otherKind(start) {
      throw Failure(
        .badInput, Text(nl: "«\(path)» is \(kind.nl)", en: "“\(path)” is \(kind.en)") + expected, remedy: saveAs)
    }
    if start.starts(with: [0xEF, 0xBB, 0xBF]) { start.removeFirst(3) }
    var first: [UInt8]? = start
    return CSVReader {
      if let bytes = first, !bytes.isEmpty {
        first = nil
        return bytes
      }
      return try read(file)
    }
  }

  private static let expected = Text(
    nl: "; verwacht: CSV in UTF-8 met puntkomma's", en: "; expected: CSV in UTF-8 with semicolons")

  /// How a spreadsheet program makes what is expected.
  static let saveAs = Text(
    nl:
      "bewaar het in Excel als «CSV UTF-8 (door komma's gescheiden)», of in LibreOffice als tekst-CSV met Unicode (UTF-8) en puntkomma",
    en:
      "save it in Excel as “CSV UTF-8 (Comma delimited)”, or in LibreOffice as text CSV with Unicode (UTF-8) and semicolon"
  )

  private static func read(_ file: FileHandle) throws -> [UInt8] {
    do { return [UInt8](try file.read(upToCount: chunkBytes) ?? Data()) } catch {
      throw Failure(.io, Text(nl: "het bestand is niet te lezen", en: "the file cannot be read"))
    }
  }

  /// What a file is, by how it starts; nil when it can be text in UTF-8.
  static func otherKind(_ start: [UInt8]) -> Text? {
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return Text("UTF-16") }
    if start.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      return Text(nl: "een werkmap (xlsx of ods), geen CSV", en: "a workbook (xlsx or ods), not CSV")
    }
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return Text(nl: "een werkmap (xls), geen CSV", en: "a workbook (xls), not CSV")
    }
    if start.starts(with: Array("%PDF".utf8)) { return Text(nl: "een PDF", en: "a PDF") }
    guard let zero = start.firstIndex(of: 0) else { return nil }
    // A Latin letter in UTF-16 has a zero beside it; in UTF-8 there are no zeros.
    let zeros = start.prefix(200).count { $0 == 0 }
    return zero < 2 && zeros * 3 > min(200, start.count)
      ? Text(nl: "UTF-16 zonder kenmerk", en: "UTF-16 without a mark") : Text(nl: "geen tekst", en: "not text")
  }
}
