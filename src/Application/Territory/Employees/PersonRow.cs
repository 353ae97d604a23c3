using MethodCenter.Application.Common.Datasets;

namespace MethodCenter.Application.Territory.Employees;

/// <summary>A row about a person who is on file: by key, by СНИЛС, or by name, birth date and organisation together.</summary>
public abstract class PersonRow
{
    public string? EmployeeKey { get; set; }

    /// <summary>Last name, first name and patronymic in one cell.</summary>
    public string? FullName { get; set; }

    public string? LastName { get; set; }

    public string? FirstName { get; set; }

    public string? Patronymic { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Snils { get; set; }

    public string? Organisation { get; set; }

    public string? OrganisationCode { get; set; }

    internal string NameKey => SearchText.Normalize($"{LastName} {FirstName} {Patronymic}");

    /// <summary>What two rows about one person have in common, as far as a row alone can tell.</summary>
    internal string Identity =>
        EmployeeKey is { } key ? $"key|{key}"
        : Domain.Territory.Employees.Snils.TryParse(Snils, out var snils) ? $"snils|{snils.Digits}"
        : $"name|{NameKey}|{BirthDate?.DayNumber}|{SearchText.Normalize(Organisation)}";

    /// <summary>The column by which the person is looked for.</summary>
    internal string IdentityColumn =>
        EmployeeKey is not null ? "employeeKey"
        : Snils is not null ? "snils"
        : "lastName";
}

/// <summary>A dataset whose rows are about persons.</summary>
public abstract class PersonDataset<TRow> : Dataset<TRow>
    where TRow : PersonRow, new()
{
    public sealed override string PersonalPermission => EmployeePermissions.ReadPersonalData;

    internal sealed override void Complete(ImportRow<TRow> row)
    {
        var value = row.Value;
        value.Patronymic = Domain.Territory.Employees.NameSpelling.Patronymic(value.Patronymic);
        if (FullNames.Part(row, value.FullName, value.LastName) is { } name)
        {
            (value.LastName, value.FirstName) = (name.Last, name.First);
            value.Patronymic = Domain.Territory.Employees.NameSpelling.Patronymic(name.Patronymic) ?? value.Patronymic;
        }
    }

    /// <summary>The columns that tell who is meant.</summary>
    /// <param name="organisation">What is to be said of the place of work.</param>
    /// <param name="pointer">Where the use case refuses the person.</param>
    private protected void Person(Action<Column<TRow>> organisation, string pointer = "/employeeId")
    {
        Text(row => row.EmployeeKey, "Ключ работника")
            .Known("Табельный номер", "Код сотрудника", "ID сотрудника")
            .Explained("Ключ работника во внешней системе; её имя указывают в параметре source.", "00123");
        Text(row => row.FullName, FullNames.Header)
            .Known(FullNames.Others)
            .OnlyRead()
            .Explained(FullNames.Hint, "Иванова Мария Петровна");
        Text(row => row.LastName, "Фамилия").At(pointer).Explained("Как в паспорте.", "Иванова");
        Text(row => row.FirstName, "Имя").Explained("Как в паспорте.", "Мария");
        Text(row => row.Patronymic, "Отчество").Explained("Пусто, если отчества нет.", "Петровна");
        Day(row => row.BirthDate, "Дата рождения").Protected().Explained("ДД.ММ.ГГГГ.", "05.03.1985");
        Text(row => row.Snils, "СНИЛС", SnilsCell.Read)
            .Protected()
            .Explained("11 цифр, с разделителями или без.", "112-233-445 95");
        var place = Text(row => row.Organisation, "Организация")
            .Known("Место работы", "ОО", "Школа", "Образовательная организация")
            .At("/organisationId");
        organisation(place);
        CodeOf(place, row => row.Organisation, row => row.OrganisationCode, "Код организации");
    }
}
