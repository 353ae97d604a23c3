using MethodCenter.Application.Improvement.SupportProgrammes;
using MethodCenter.Application.Territory.Centres;
using MethodCenter.Domain.Career.Attestations;
using MethodCenter.Domain.Improvement.SupportProgrammes;
using MethodCenter.Domain.Territory.Employees;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Кемеровский муниципальный округ: schools, teachers and the «500+» school of 2022.</summary>
internal sealed class KemerovoDemo : IDemoCentre
{
    /// <summary>The day on which ages, experience and categories are as published.</summary>
    public static readonly DateOnly ReferenceDay = new(2021, 12, 31);

    private static readonly DateOnly AppointedOn = new(2021, 12, 20);
    private static readonly DateOnly ProfileDate = new(2022, 2, 1);

    public string Code => "kemerovo";

    public int Number => 1;

    public string OperatorOrganisation => SupportedSchool;

    private const string SupportedSchool = "kem-s10";
    private const string AttestationSource =
        "Программа повышения качества образования на 2022–2024 годы, Кемеровский муниципальный округ";
    private const string Department = "kem-uo";

    public async Task LoadAsync(DemoSession session, CancellationToken cancellationToken)
    {
        await session.RegisterCentreAsync(
            new RegisterCentre
            {
                Code = Code,
                ShortName = "МЦ Кемеровского округа",
                FullName = "Методический центр Кемеровского муниципального округа",
                Territory = "Кемеровский муниципальный округ",
                TimeZone = "Asia/Novokuznetsk",
                LegalForm = "Муниципальное бюджетное учреждение",
                Town = "г. Кемерово",
                Head = DemoCentres.Official("Директор", "Образцов", "Пётр", "Ильич"),
            },
            cancellationToken
        );
        var random = new Random(2022);
        var organisations = await session.ImportOrganisationsAsync("kemerovo-organisations", cancellationToken);
        var positions = await session.ReadPositionsAsync(cancellationToken);
        var people = new DemoPeople(random, Number);
        var staff = new DemoStaff(session);
        var teachers = new KemerovoStaff(random).Plan();
        DemoOrganisation[] schools =
        [
            .. organisations.SelectMany(school => Enumerable.Repeat(school, school.Teachers)),
        ];
        List<(string Key, DemoPlace Place, AttestationKind Category)> employed = [];
        for (var index = 0; index < teachers.Count; index++)
        {
            var teacher = teachers[index];
            var since = new DateOnly(ReferenceDay.Year - teacher.Experience, 9, 1);
            var birth = random.BirthDate(teacher.Age, ReferenceDay);
            var place = new DemoPlace(schools[index], random.Next(10) == 0 ? "social-educator" : "teacher", since);
            var person = new DemoPerson(birth, since, teacher.Education);
            employed.Add((staff.Add(people.Make(person, place)), place, teacher.Category));
        }

        var department = organisations.Single(organisation => organisation.Code == Department);
        var deputy = staff.Add(
            people.Make(
                new DemoPerson(new DateOnly(1974, 3, 12), new DateOnly(1996, 9, 1), EducationLevel.Higher),
                new DemoPlace(department, "deputy-authority-head", new DateOnly(2018, 9, 3))
            )
        );
        var ids = await staff.ImportAsync(cancellationToken);
        var attestations = new DemoAttestations(session);
        foreach (var (key, place, category) in employed)
        {
            var teacher = new DemoTeacher(ids[key], place.Organisation.Id, positions[place.Position], place.Since);
            await AttestAsync(attestations, random, teacher, category, cancellationToken);
        }

        var school = organisations.Single(organisation => organisation.Code == SupportedSchool);
        await SupportAsync(session, school.Id, ids[deputy], cancellationToken);
    }

    /// <summary>In force on the reference day: decided within the five years before it.</summary>
    private static Task AttestAsync(
        DemoAttestations attestations,
        Random random,
        DemoTeacher teacher,
        AttestationKind category,
        CancellationToken cancellationToken
    )
    {
        var earliest = teacher.Since.AddYears(category == AttestationKind.Conformity ? 2 : 1).AddDays(40);
        var from = new DateOnly(2017, 2, 1);
        var decidedOn = random.Between(earliest > from ? earliest : from, new DateOnly(2021, 12, 20));
        return attestations.RecordAsync(teacher, category, decidedOn, AttestationSource, cancellationToken);
    }

    /// <summary>The deputy head of the department was both coordinator and curator (RISK-8). Priorities are not published.</summary>
    private static async Task SupportAsync(
        DemoSession session,
        Guid schoolId,
        Guid deputyId,
        CancellationToken cancellationToken
    )
    {
        var step = 0;
        var programme = await DoAsync(
            new RegisterSupportProgramme
            {
                Code = "500plus",
                Name = "Адресная методическая помощь «500+»",
                Basis = "Программа повышения качества образования на 2022–2024 годы, Кемеровский муниципальный округ",
            }
        );
        await DoAsync(
            new OpenCycle(
                programme.Id,
                new SupportCycleBody
                {
                    Year = 2022,
                    Edition = RiskEditionCatalogue.Code2022,
                    StartsOn = new DateOnly(2021, 12, 1),
                    EndsOn = new DateOnly(2022, 12, 31),
                }
            )
        );
        var assigned = await DoAsync(
            new AssignSchool(
                programme.Id,
                new SchoolAssignmentBody
                {
                    Year = 2022,
                    OrganisationId = schoolId,
                    CoordinatorId = deputyId,
                    CuratorId = deputyId,
                    On = AppointedOn,
                }
            )
        );
        await DoAsync(new RecordRiskProfile(programme.Id, assigned.Id, assigned.Version, RiskProfile()));

        Task<T> DoAsync<T>(Application.Common.Messaging.ICommand<T> command) =>
            session.DoAsync(DemoKind.Support, step++, command, cancellationToken);
    }

    private static RiskProfileBody RiskProfile() =>
        new()
        {
            Source = "Рисковый профиль школы, программа повышения качества образования на 2022–2024 годы",
            Date = ProfileDate,
            Factors =
            [
                .. DemoTable
                    .Read("kemerovo-risk-profile")
                    .Rows.Select(row => new RiskLevelBody
                    {
                        Factor = row["factor"],
                        Level = row.Value<RiskLevel>("level"),
                    }),
            ],
        };
}
