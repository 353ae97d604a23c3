namespace MethodCenter.Domain.Territory.Positions;

/// <summary>Positions that every new centre starts with: the teaching ones of the state nomenclature and the usual others.</summary>
/// <remarks>Source: постановление Правительства РФ от 21.02.2022 № 225. A centre adds its own and renames these freely.</remarks>
public static class PositionNomenclature
{
    public static IEnumerable<Position> CreateAll() =>
        Entries.Select(entry => Position.Register(entry.Code, entry.Name, entry.Category));

    private static readonly (string Code, string Name, PositionCategory Category)[] Entries =
    [
        ("teacher", "учитель", PositionCategory.Teaching),
        ("lecturer", "преподаватель", PositionCategory.Teaching),
        ("educator", "воспитатель", PositionCategory.Teaching),
        ("senior-educator", "старший воспитатель", PositionCategory.Teaching),
        ("psychologist", "педагог-психолог", PositionCategory.Teaching),
        ("speech-therapist", "учитель-логопед", PositionCategory.Teaching),
        ("defectologist", "учитель-дефектолог", PositionCategory.Teaching),
        ("social-educator", "социальный педагог", PositionCategory.Teaching),
        ("additional-education-teacher", "педагог дополнительного образования", PositionCategory.Teaching),
        ("music-director", "музыкальный руководитель", PositionCategory.Teaching),
        ("physical-education-instructor", "инструктор по физической культуре", PositionCategory.Teaching),
        ("event-organiser", "педагог-организатор", PositionCategory.Teaching),
        ("safety-teacher", "преподаватель-организатор основ безопасности и защиты Родины", PositionCategory.Teaching),
        ("tutor", "тьютор", PositionCategory.Teaching),
        ("methodist", "методист", PositionCategory.Teaching),
        ("senior-methodist", "старший методист", PositionCategory.Teaching),
        ("accompanist", "концертмейстер", PositionCategory.Teaching),
        ("director", "директор", PositionCategory.Managing),
        ("head", "заведующий", PositionCategory.Managing),
        ("deputy-director", "заместитель директора", PositionCategory.Managing),
        ("deputy-authority-head", "заместитель начальника управления образования", PositionCategory.Managing),
        ("librarian", "библиотекарь", PositionCategory.Other),
        ("specialist", "специалист", PositionCategory.Other),
    ];
}
