using System.Globalization;

namespace MethodCenter.Application.Common.Papers;

/// <summary>Days and names as Russian papers write them, whatever the language of the request: the papers are Russian.</summary>
internal static class PaperWords
{
    private static readonly string[] Months =
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ];

    /// <summary>22.11.2026.</summary>
    public static string Short(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    /// <summary>«22» ноября 2026 г.</summary>
    public static string Long(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"«{day:dd}» {Months[day.Month - 1]} {day.Year} г.");

    /// <summary>36 академических часов.</summary>
    public static string Hours(int hours)
    {
        var teen = hours % 100 is >= 11 and <= 14;
        var words = (hours % 10) switch
        {
            1 when !teen => "академический час",
            2 or 3 or 4 when !teen => "академических часа",
            _ => "академических часов",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{hours} {words}");
    }

    /// <summary>«в объёме» 36 академических часов.</summary>
    public static string HoursGenitive(int hours) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{hours} {(hours % 10 == 1 && hours % 100 != 11 ? "академического часа" : "академических часов")}"
        );

    public static string FullName(string lastName, string firstName, string? patronymic) =>
        string.Join(' ', new[] { lastName, firstName, patronymic }.Where(part => !string.IsNullOrEmpty(part)));
}
