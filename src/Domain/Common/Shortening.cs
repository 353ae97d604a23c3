namespace MethodCenter.Domain.Common;

/// <summary>Fits texts into what is kept of them.</summary>
public static class Shortening
{
    /// <summary>The text, or its beginning with «…»; a character outside the basic plane is never cut in two.</summary>
    public static string Shorten(this string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var length = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return text[..length] + "…";
    }
}
