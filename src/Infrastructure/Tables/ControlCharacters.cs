using System.Buffers;

namespace MethodCenter.Infrastructure.Tables;

/// <summary>Characters that no text typed by a person has: they betray a wrong encoding or a binary file.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> All = SearchValues.Create([
        .. Enumerable
            .Range(0, 0xA0)
            .Select(code => (char)code)
            .Where(symbol => char.IsControl(symbol) && symbol is not ('\t' or '\n' or '\r' or '\u0085')),
    ]);

    public static bool In(ReadOnlySpan<char> text) => text.ContainsAny(All);
}
