using MethodCenter.Application.Common.Datasets;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>Last name, first name and patronymic in one cell, as most staff lists have them.</summary>
internal static class FullNames
{
    public const string Header = "ФИО";
    public const string Hint = "Вместо столбцов «Фамилия», «Имя» и «Отчество».";

    public static readonly string[] Others =
    [
        "Ф.И.О.",
        "ФИО работника",
        "ФИО сотрудника",
        "ФИО педагога",
        "Фамилия, имя, отчество",
        "Фамилия Имя Отчество",
        "Работник",
        "Сотрудник",
    ];

    /// <summary>The parts of a full name; null: there is none, or the name stands in columns of its own.</summary>
    public static (string Last, string First, string? Patronymic)? Part(
        ImportRow row,
        string? fullName,
        string? lastName
    )
    {
        if (fullName is null || lastName is not null)
        {
            return null;
        }

        // «Петрова - Водкина» is one word.
        var words = SearchText.Unify(fullName).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            row.Refuse(ImportErrors.NameIncomplete, "fullName", fullName);
            return null;
        }

        if (words.Length != 3)
        {
            row.Warn(ImportWarnings.NameParted, "fullName", fullName);
        }

        return (words[0], words[1], words.Length == 2 ? null : string.Join(' ', words[2..]));
    }
}
