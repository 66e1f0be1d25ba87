extension String {
  /// Whether both are the same bytes: `==` alone takes differently composed characters for equal (Unicode, section 3.7),
  /// and other software does not.
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension [String] {
  /// Whether a text is among these, byte for byte.
  func containsExactly(_ text: String) -> Bool { contains { $0.isExactly(text) } }
}
