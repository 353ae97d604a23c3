namespace MethodCenter.Application.Territory.Accounts;

/// <summary>Passwords that guessers try first, though they are long enough.</summary>
internal static class CommonPasswords
{
    private const int LeastDifferent = 5;
    private const int MostRun = 6;

    /// <summary>What lists of leaked passwords begin with, and what a Russian keyboard makes of it.</summary>
    private static readonly string[] Stems =
    [
        "password",
        "passw0rd",
        "qwertyuiop",
        "qwerty",
        "qwertz",
        "qazwsx",
        "1q2w3e",
        "q1w2e3",
        "asdfghjkl",
        "asdfgh",
        "zxcvbnm",
        "zxcvbn",
        "iloveyou",
        "letmein",
        "welcome",
        "admin",
        "administrator",
        "methodcenter",
        "monkey",
        "dragon",
        "football",
        "superman",
        "trustno1",
        "changeme",
        "secret",
        "master",
        "пароль",
        "йцукенгшщзхъ",
        "йцукенгшщз",
        "йцукен",
        "фывапролдж",
        "фывапр",
        "ячсмитьбю",
        "ячсмит",
        "администратор",
        "методист",
        "школа",
        "учитель",
        "россия",
        "привет",
        "любовь",
        "солнышко",
        "наташа",
    ];

    /// <summary>Neither letters of one kind, nor a walk along the keyboard, nor a stem with some figures to it.</summary>
    public static bool Has(string password)
    {
        var text = password.Trim().ToLowerInvariant();
        return text.Distinct().Count() < LeastDifferent || IsRun(text) || IsRepeated(text) || IsStem(text);
    }

    /// <summary>The password is made of the login.</summary>
    public static bool IsLogin(string password, string login) =>
        login.Length > 3
        && (
            Strip(password).Contains(Strip(login), StringComparison.Ordinal)
            || Strip(password).Contains(Strip(login.Split('@')[0]), StringComparison.Ordinal)
                && Strip(login.Split('@')[0]).Length > 3
        );

    private static string Strip(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    /// <summary>«123456789012», «abcdefghijkl».</summary>
    private static bool IsRun(string text)
    {
        var longest = 1;
        for (var (place, run) = (1, 1); place < text.Length; place++)
        {
            run = Math.Abs(text[place] - text[place - 1]) == 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest >= Math.Max(MostRun, text.Length - MostRun);
    }

    /// <summary>«qwer12qwer12».</summary>
    private static bool IsRepeated(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (
                text.Length % length == 0
                && text == string.Concat(Enumerable.Repeat(text[..length], text.Length / length))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Without figures and signs nothing is left but stems.</summary>
    private static bool IsStem(string text)
    {
        if (Array.Exists(Stems, stem => text.StartsWith(stem, StringComparison.Ordinal) && Rest(text[stem.Length..])))
        {
            return true;
        }

        var letters = new string([.. text.Where(char.IsLetter)]);
        return Array.Exists(Stems, stem => letters == stem || letters == stem + stem);

        static bool Rest(string rest) =>
            rest.All(letter => !char.IsLetter(letter))
            || Array.Exists(Stems, stem => rest.StartsWith(stem, StringComparison.Ordinal));
    }
}
