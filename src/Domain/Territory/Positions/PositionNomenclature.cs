using System.Collections.Immutable;

namespace MethodCenter.Domain.Territory.Positions;

/// <summary>A position with which a new centre starts.</summary>
/// <param name="Code">Code in the vocabulary.</param>
/// <param name="Name">As the nomenclature has it; where that names several posts of one kind, the post that schools have.</param>
/// <param name="Category">Section.</param>
/// <param name="Point">Section and point: «I.2»; null: not of the nomenclature, but usual.</param>
public sealed record NomenclatureEntry(string Code, string Name, PositionCategory Category, string? Point)
{
    /// <summary>First day on which it bears the name; null: as long as the nomenclature is in force.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The name that it bore until then.</summary>
    public string? FormerName { get; init; }

    public string NameOn(DateOnly day) => FormerName is { } former && day < From ? former : Name;
}

/// <summary>What it means for a vocabulary to be brought up to the nomenclature.</summary>
/// <param name="Missing">Positions that it gets.</param>
/// <param name="Differing">Positions that have the name or the code of one of the nomenclature and are not it.</param>
public sealed record NomenclatureAdoption(
    IReadOnlyList<Position> Missing,
    IReadOnlyList<NomenclatureDifference> Differing
);

/// <summary>A position of the centre that looks like one of the nomenclature: by its name with another section, or by its code.</summary>
public sealed record NomenclatureDifference(Position Position, NomenclatureEntry Entry);

/// <summary>Positions that every new centre starts with: the whole state nomenclature and the usual others.</summary>
/// <remarks>
/// Section I: teaching staff (point 1: professors and lecturers of universities, point 2: all others); section II: heads
/// (point 1: of organisations, point 2: deputies, heads of units and others). A centre adds its own and renames these freely.
/// </remarks>
public static class PositionNomenclature
{
    /// <summary>Point of the posts that only universities have: professors and lecturers.</summary>
    public const string UniversityPoint = "I.1";

    public const string Act = "Постановление Правительства РФ от 21.02.2022 № 225";

    /// <summary>Day of the act: what was in force before it is not on file here.</summary>
    public static readonly DateOnly ActOn = new(2022, 2, 21);

    /// <summary>«Основы безопасности и защиты Родины» instead of «жизнедеятельности».</summary>
    private static readonly DateOnly DefenceFrom = new(2024, 9, 1);

    public static readonly ImmutableArray<NomenclatureEntry> Entries =
    [
        new("teacher", "учитель", PositionCategory.Teaching, "I.2"),
        new("lecturer", "преподаватель", PositionCategory.Teaching, "I.1, I.2"),
        new("educator", "воспитатель", PositionCategory.Teaching, "I.2"),
        new("senior-educator", "старший воспитатель", PositionCategory.Teaching, "I.2"),
        new("psychologist", "педагог-психолог", PositionCategory.Teaching, "I.2"),
        new("speech-therapist", "учитель-логопед", PositionCategory.Teaching, "I.2"),
        new("defectologist", "учитель-дефектолог", PositionCategory.Teaching, "I.2"),
        new("social-educator", "социальный педагог", PositionCategory.Teaching, "I.2"),
        new("additional-education-teacher", "педагог дополнительного образования", PositionCategory.Teaching, "I.2"),
        new("music-director", "музыкальный руководитель", PositionCategory.Teaching, "I.2"),
        new("physical-education-instructor", "инструктор по физической культуре", PositionCategory.Teaching, "I.2"),
        new("event-organiser", "педагог-организатор", PositionCategory.Teaching, "I.2"),
        new(
            "safety-teacher",
            "преподаватель-организатор основ безопасности и защиты Родины",
            PositionCategory.Teaching,
            "I.2"
        )
        {
            From = DefenceFrom,
            FormerName = "преподаватель-организатор основ безопасности жизнедеятельности",
        },
        new("tutor", "тьютор", PositionCategory.Teaching, "I.2"),
        new("methodist", "методист", PositionCategory.Teaching, "I.2"),
        new("senior-methodist", "старший методист", PositionCategory.Teaching, "I.2"),
        new("accompanist", "концертмейстер", PositionCategory.Teaching, "I.2"),
        new("director", "директор", PositionCategory.Managing, "II.1"),
        new("head", "заведующий", PositionCategory.Managing, "II.1"),
        new("deputy-director", "заместитель директора", PositionCategory.Managing, "II.2"),
        new("deputy-authority-head", "заместитель начальника управления образования", PositionCategory.Managing, null),
        new("librarian", "библиотекарь", PositionCategory.Other, null),
        new("specialist", "специалист", PositionCategory.Other, null),
        new("assistant-lecturer", "ассистент", PositionCategory.Teaching, "I.1"),
        new("faculty-dean", "декан факультета", PositionCategory.Teaching, "I.1"),
        new("faculty-chief", "начальник факультета", PositionCategory.Teaching, "I.1"),
        new("institute-director", "директор института", PositionCategory.Teaching, "I.1"),
        new("institute-chief", "начальник института", PositionCategory.Teaching, "I.1"),
        new("associate-professor", "доцент", PositionCategory.Teaching, "I.1"),
        new("chair-head", "заведующий кафедрой", PositionCategory.Teaching, "I.1"),
        new("chair-chief", "начальник кафедры", PositionCategory.Teaching, "I.1"),
        new("deputy-chair-chief", "заместитель начальника кафедры", PositionCategory.Teaching, "I.1"),
        new("professor", "профессор", PositionCategory.Teaching, "I.1"),
        new("senior-lecturer", "старший преподаватель", PositionCategory.Teaching, "I.1"),
        new("instructor-methodist", "инструктор-методист", PositionCategory.Teaching, "I.2"),
        new("labour-instructor", "инструктор по труду", PositionCategory.Teaching, "I.2"),
        new("logopedist", "логопед", PositionCategory.Teaching, "I.2"),
        new("vocational-training-master", "мастер производственного обучения", PositionCategory.Teaching, "I.2"),
        new("teacher-librarian", "педагог-библиотекарь", PositionCategory.Teaching, "I.2"),
        new("physical-education-head", "руководитель физического воспитания", PositionCategory.Teaching, "I.2"),
        new(
            "upbringing-adviser",
            "советник директора по воспитанию и взаимодействию с детскими общественными объединениями",
            PositionCategory.Teaching,
            "I.2"
        ),
        new("senior-counsellor", "старший вожатый", PositionCategory.Teaching, "I.2"),
        new("senior-instructor-methodist", "старший инструктор-методист", PositionCategory.Teaching, "I.2"),
        new(
            "senior-additional-education-teacher",
            "старший педагог дополнительного образования",
            PositionCategory.Teaching,
            "I.2"
        ),
        new("senior-trainer", "старший тренер-преподаватель", PositionCategory.Teaching, "I.2"),
        new("trainer", "тренер-преподаватель", PositionCategory.Teaching, "I.2"),
        new("rector", "ректор", PositionCategory.Managing, "II.1"),
        new("chief", "начальник", PositionCategory.Managing, "II.1"),
        new("president", "президент", PositionCategory.Managing, "II.1"),
        new("deputy-head", "заместитель заведующего", PositionCategory.Managing, "II.2"),
        new("deputy-chief", "заместитель начальника", PositionCategory.Managing, "II.2"),
        new("first-vice-rector", "первый проректор", PositionCategory.Managing, "II.2"),
        new("vice-rector", "проректор", PositionCategory.Managing, "II.2"),
        new("rector-aide", "помощник ректора", PositionCategory.Managing, "II.2"),
        new("vice-rector-aide", "помощник проректора", PositionCategory.Managing, "II.2"),
        new("unit-head", "руководитель структурного подразделения", PositionCategory.Managing, "II.2"),
        new(
            "deputy-unit-head",
            "заместитель руководителя структурного подразделения",
            PositionCategory.Managing,
            "II.2"
        ),
        new(
            "practice-head",
            "руководитель учебной (производственной, учебно-производственной) практики",
            PositionCategory.Managing,
            "II.2"
        ),
        new("rectorate-adviser", "советник при ректорате", PositionCategory.Managing, "II.2"),
        new("senior-master", "старший мастер", PositionCategory.Managing, "II.2"),
        new("council-secretary", "учёный секретарь совета организации", PositionCategory.Managing, "II.2"),
        new(
            "faculty-council-secretary",
            "учёный секретарь совета факультета (института)",
            PositionCategory.Managing,
            "II.2"
        ),
    ];

    /// <summary>The positions of a new centre, as they are called on a day.</summary>
    public static IEnumerable<Position> CreateAll(DateOnly day) => Entries.Select(entry => Create(entry, day));

    /// <summary>Whether the nomenclature of the act can be told as of a day.</summary>
    public static Result<Nothing> CheckDay(DateOnly day) =>
        day < ActOn ? PositionErrors.BeforeNomenclature(ActOn, Act) : Nothing.Done;

    /// <summary>Brings a vocabulary up to the nomenclature: says where its positions stand in it, and adds what is missing.</summary>
    /// <remarks>
    /// A position is the one of the nomenclature when it bears the name and stands in the section. Whatever else has its code or
    /// its name is told, not marked: a post of the centre's own may only look like it.
    /// </remarks>
    /// <param name="known">All positions of the centre.</param>
    /// <param name="day">The names are those of this day.</param>
    public static NomenclatureAdoption Adopt(IReadOnlyCollection<Position> known, DateOnly day)
    {
        var byCode = known.ToLookup(position => position.Code, StringComparer.OrdinalIgnoreCase);
        var byName = known.ToLookup(position => position.NameKey, StringComparer.Ordinal);
        List<Position> missing = [];
        List<NomenclatureDifference> differing = [];
        foreach (var entry in Entries.Where(entry => entry.Point is not null))
        {
            var name = SearchText.Normalize(entry.NameOn(day));
            var alike = byName[name].Concat(byCode[entry.Code]).ToList();
            if (alike.Exists(position => position.NomenclaturePoint == entry.Point))
            {
                continue;
            }

            if (alike.Find(position => position.NameKey == name && position.Category == entry.Category) is { } same)
            {
                same.At(entry.Point);
            }
            else if (alike.Count > 0)
            {
                differing.Add(new NomenclatureDifference(alike[0], entry));
            }
            else
            {
                missing.Add(Create(entry, day));
            }
        }

        return new NomenclatureAdoption(missing, differing);
    }

    private static Position Create(NomenclatureEntry entry, DateOnly day) =>
        Position.Register(entry.Code, entry.NameOn(day), entry.Category).At(entry.Point);
}
