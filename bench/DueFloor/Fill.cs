namespace MethodCenter.DueFloor;

/// <summary>Districts of 100 schools and 4,500 teachers with ten years of training; the same at every run.</summary>
internal static class Fill
{
    private const int Schools = 100;
    private const int Teachers = 4500;
    private const int Years = 10;
    private static readonly DateOnly Today = new(2026, 11, 1);

    public static async Task RunAsync(Database database, int districts)
    {
        var known = (await database.ReadAsync("SELECT id FROM centres WHERE code = 'bench'"))[0][0]!;
        var centre = known as Guid? ?? new Guid((byte[])known, bigEndian: true);
        var post = (await database.ReadAsync("SELECT id, centre_id FROM positions WHERE code = 'teacher'"))
            .Where(row => Equals(row[1], known) || (row[1] is byte[] id && id.SequenceEqual((byte[])known)))
            .Select(row => row[0] as Guid? ?? new Guid((byte[])row[0]!, bigEndian: true))
            .Single();
        for (var number = 0; number < districts; number++)
        {
            if (number > 0)
            {
                (centre, post) = (Id(1, number, 0), Id(2, number, 0));
                await database.WriteAsync(
                    "centres",
                    ["id", "code", "short_name", "full_name", "territory", "time_zone", "centre_id", "version"],
                    [
                        [centre, $"d{number}", "МЦ", "Методический центр", "Округ", "Europe/Moscow", centre, 1],
                    ]
                );
                await database.WriteAsync(
                    "positions",
                    ["id", "code", "name", "category", "name_key", "centre_id", "version"],
                    [
                        [post, "teacher", "учитель", "Teaching", "УЧИТЕЛЬ", centre, 1],
                    ]
                );
            }

            await FillAsync(database, centre, post, number);
        }

        // What PostgreSQL does by itself within minutes of such a load.
        await database.ExecuteAsync(database.IsPostgreSql ? "VACUUM ANALYZE" : "ANALYZE");
    }

    private static async Task FillAsync(Database database, Guid centre, Guid post, int district)
    {
        var random = new Random(district);
        await database.WriteAsync(
            "organisations",
            [
                "id",
                "code",
                "short_name",
                "full_name",
                "kind",
                "group",
                "has_preschool_groups",
                "status",
                "name_key",
                "search_key",
                "centre_id",
                "version",
            ],
            Enumerable
                .Range(0, Schools)
                .Select(school =>
                    (object?[])
                        [
                            Id(3, district, school),
                            $"org-{school}",
                            $"СОШ № {school}",
                            $"Средняя школа № {school}",
                            "SecondarySchool",
                            "School",
                            false,
                            "Active",
                            $"СОШ {school:D3}",
                            $"СОШ {school}",
                            centre,
                            1,
                        ]
                )
        );
        string[] letters = ["А", "Б", "В", "Г", "Д", "Е", "Ж", "И", "К", "Л"];
        await database.WriteAsync(
            "employees",
            ["id", "last_name", "first_name", "patronymic", "name_key", "centre_id", "version"],
            Enumerable
                .Range(0, Teachers)
                .Select(teacher =>
                {
                    var last = $"Иванов{string.Concat($"{teacher:D4}".Select(digit => letters[digit - '0']))}";
                    return (object?[])
                        [
                            Id(4, district, teacher),
                            last,
                            "Анна",
                            "Петровна",
                            $"{last.ToUpperInvariant()} АННА ПЕТРОВНА",
                            centre,
                            1,
                        ];
                })
        );
        await database.WriteAsync(
            "employments",
            ["id", "employee_id", "organisation_id", "position_id", "kind", "rate", "from", "centre_id"],
            Enumerable
                .Range(0, Teachers)
                .Select(teacher =>
                    (object?[])
                        [
                            Id(5, district, teacher),
                            Id(4, district, teacher),
                            Id(3, district, teacher % Schools),
                            post,
                            "Main",
                            1m,
                            Today.AddYears(-Years),
                            centre,
                        ]
                )
        );
        await database.WriteAsync(
            "training_records",
            [
                "id",
                "employee_id",
                "organisation_id",
                "provider",
                "provider_key",
                "title",
                "title_key",
                "kind",
                "hours",
                "completed_on",
                "topics",
                "topics_key",
                "search_key",
                "origin",
                "state",
                "centre_id",
                "version",
            ],
            Trainings(centre, district, random)
        );
    }

    /// <summary>One teacher of twenty was never trained; the others each two to five years.</summary>
    private static IEnumerable<object?[]> Trainings(Guid centre, int district, Random random)
    {
        var record = 0;
        for (var teacher = 0; teacher < Teachers; teacher++)
        {
            if (teacher % 20 == 0)
            {
                continue;
            }

            for (
                var day = Today.AddYears(-Years).AddDays(random.Next(1000));
                day < Today;
                day = day.AddDays(random.Next(730, 1830))
            )
            {
                yield return
                [
                    Id(6, district, record++),
                    Id(4, district, teacher),
                    Id(3, district, teacher % Schools),
                    "АППО",
                    "АППО",
                    "Оценивание",
                    "ОЦЕНИВАНИЕ",
                    "ProfessionalDevelopment",
                    72,
                    day,
                    "",
                    "|",
                    "ОЦЕНИВАНИЕ АППО",
                    "Imported",
                    "Recorded",
                    centre,
                    1,
                ];
            }
        }
    }

    private static Guid Id(int kind, int district, int number) =>
        new(0x01900000 + district, (short)kind, (short)0x7000, BitConverter.GetBytes((long)number));
}
