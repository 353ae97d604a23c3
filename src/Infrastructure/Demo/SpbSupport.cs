using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Improvement.SupportProgrammes;
using MethodCenter.Application.Territory.Organisations;
using MethodCenter.Domain.Improvement.SupportProgrammes;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>«500+» of 2026 at the centre: four schools, each one step further on its way through the cycle, and one to close.</summary>
internal sealed class SpbSupport(DemoSession session)
{
    private static readonly (string School, int Steps)[] Schools =
    [
        ("spb-s155", 3),
        ("spb-s163", 2),
        ("spb-s169", 1),
        ("spb-s171", 0),
        ("spb-s174", 3),
    ];

    private readonly DemoYears _years = session.Years;
    private int _made;

    public async Task LoadAsync(Guid coordinatorId, Guid curatorId, CancellationToken cancellationToken)
    {
        var registration = new RegisterSupportProgramme
        {
            Code = "500plus",
            Name = "Адресная методическая помощь «500+»",
        };
        var programme = await DoAsync(registration, cancellationToken);
        var cycle = new SupportCycleBody
        {
            Year = _years.Move(2026),
            Edition = RiskEditionCatalogue.Code2022,
            StartsOn = _years.Move(new DateOnly(2026, 1, 12)),
            EndsOn = _years.Move(new DateOnly(2026, 12, 30)),
        };
        await DoAsync(new OpenCycle(programme.Id, cycle), cancellationToken);
        foreach (var (school, steps) in Schools)
        {
            var found = await session.AskAsync(new ListOrganisations { Q = school }, cancellationToken);
            var assignment = new SchoolAssignmentBody
            {
                Year = cycle.Year,
                OrganisationId = found.Items.Single(organisation => organisation.Code == school).Id,
                CoordinatorId = coordinatorId,
                CuratorId = curatorId,
                On = _years.Move(new DateOnly(2026, 2, 2)),
            };
            var assigned = await DoAsync(new AssignSchool(programme.Id, assignment), cancellationToken);
            await AdvanceAsync(programme.Id, assigned, steps, cancellationToken);
        }
    }

    private async Task AdvanceAsync(
        Guid programmeId,
        ParticipationDetails participation,
        int steps,
        CancellationToken cancellationToken
    )
    {
        var id = participation.Id;
        Func<int, ICommand<ParticipationDetails>>[] way =
        [
            version => new RecordRiskProfile(programmeId, id, version, RiskProfile()),
            version => new ChoosePriorityRisks(programmeId, id, version, PriorityRisks()),
            version => new StartParticipation(
                programmeId,
                id,
                version,
                new ParticipationStartBody { On = _years.Move(new DateOnly(2026, 3, 16)) }
            ),
        ];
        foreach (var step in way.Take(steps))
        {
            participation = await DoAsync(step(participation.Version), cancellationToken);
        }
    }

    private RiskProfileBody RiskProfile() =>
        new()
        {
            Source = _years.Move("Рисковый профиль школы, анкетирование 2026 года"),
            Date = _years.Move(new DateOnly(2026, 2, 16)),
            Factors =
            [
                .. Enumerable
                    .Range(1, 10)
                    .Select(number => new RiskLevelBody
                    {
                        Number = number,
                        Level = number <= 2 ? RiskLevel.High : RiskLevel.Low,
                    }),
            ],
        };

    private PriorityRisksBody PriorityRisks() =>
        new()
        {
            Choices =
            [
                new() { Number = 1 },
                new() { Number = 2 },
                new() { Number = 3, Reason = "По решению педагогического совета школы" },
            ],
            On = _years.Move(new DateOnly(2026, 3, 2)),
        };

    private Task<T> DoAsync<T>(ICommand<T> command, CancellationToken cancellationToken) =>
        session.DoAsync(DemoKind.Support, _made++, command, cancellationToken);
}
