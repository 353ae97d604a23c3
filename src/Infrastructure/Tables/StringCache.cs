namespace MethodCenter.Infrastructure.Tables;

/// <summary>Gives the same string for the same short text while it is fresh: columns repeat few values many times.</summary>
/// <remarks>Each text has one place, where the newest stays; nothing grows and nobody can make it slow.</remarks>
internal sealed class StringCache
{
    private const int Places = 4096;
    private const int Longest = 64;
    private readonly string?[] _strings = new string?[Places];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
        {
            return text.ToString();
        }

        if (text.IsEmpty)
        {
            return "";
        }

        ref var place = ref _strings[string.GetHashCode(text) & (Places - 1)];
        return place is { } known && text.SequenceEqual(known) ? known : place = text.ToString();
    }
}
