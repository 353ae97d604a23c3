using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Application.Territory.Contingents;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Training.TrainingNeeds;
using MethodCenter.Application.Training.TrainingPlans;
using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Domain.Training.TrainingNeeds;

namespace MethodCenter.Infrastructure.Demo;

/// <summary>Programmes on their way through the expertise, what one school needs, its plan-schedule and its pupils.</summary>
/// <remarks>Experts are made up. Ids begin behind those of the campaigns.</remarks>
internal sealed class SpbProgrammes(DemoSession session)
{
    private const int FirstIndex = 300_000;

    private int _made = FirstIndex;

    /// <param name="people">Employees, of whom the needs are stated.</param>
    public async Task LoadAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        await DescribeAsync(cancellationToken);
        await DraftAsync("ПР-2026-03", "Наставничество в школе", cancellationToken);
        await ReviewAsync("ПР-2026-04", "Навигатор профессионального роста", [], cancellationToken);
        await ReviewAsync(
            "ПР-2026-05",
            "Проектная деятельность в начальной школе",
            [ReviewVerdict.Recommended, ReviewVerdict.Revision],
            cancellationToken
        );
        await ReviewAsync(
            "ПР-2026-06",
            "Управление качеством образования",
            [ReviewVerdict.Recommended],
            cancellationToken
        );
        await PlanAsync(people, cancellationToken);
    }

    /// <summary>Modules and audience of a programme that runs: its first edition stays readable.</summary>
    private async Task DescribeAsync(CancellationToken cancellationToken)
    {
        var found = await session.AskAsync(new ListProgrammes { Q = "Формирующее", Limit = 1 }, cancellationToken);
        var programme = await session.AskAsync(new GetProgramme(found.Items[0].Id), cancellationToken);
        var body = new ProgrammeBody
        {
            Title = programme.Title,
            Hours = programme.Hours,
            Line = programme.Line,
            Form = programme.Form,
            ApprovedOn = programme.ApprovedOn,
            Modules =
            [
                new() { Title = "Оценивание для обучения: нормативная база и понятия", Hours = 16 },
                new() { Title = "Инструменты формирующего оценивания на уроке", Hours = 36 },
                new() { Title = "Практика и защита итоговой работы", Hours = programme.Hours - 52 },
            ],
            Audience = new ProgrammeAudienceBody
            {
                Categories = [PositionCategory.Teaching, PositionCategory.Managing],
                Text = "учителя и заместители директоров школ района",
            },
        };
        await DoAsync(new UpdateProgramme(programme.Id, programme.Version, body), cancellationToken);
    }

    private Task<ProgrammeDetails> DraftAsync(string code, string title, CancellationToken cancellationToken)
    {
        var programme = new RegisterProgramme
        {
            Code = code,
            Title = title,
            Kind = ProgrammeKind.ProfessionalDevelopment,
            Hours = 36,
            Line = ProgrammeLine.Thematic,
            Form = StudyForm.PartTime,
            ApprovedOn = session.Years.Move(new DateOnly(2026, 12, 1)),
            Draft = true,
            Modules =
            [
                new() { Title = "Теоретические основы", Hours = 12 },
                new() { Title = "Практикум", Hours = 20 },
                new() { Title = "Итоговая аттестация", Hours = 4 },
            ],
            Audience = new ProgrammeAudienceBody { Categories = [PositionCategory.Teaching] },
            Licence = new ProgrammeLicenceBody { Number = "ДЕМО-0001", IssuedOn = new DateOnly(2018, 3, 12) },
        };
        return DoAsync(programme, cancellationToken);
    }

    private async Task ReviewAsync(
        string code,
        string title,
        ReviewVerdict[] verdicts,
        CancellationToken cancellationToken
    )
    {
        var programme = await DraftAsync(code, title, cancellationToken);
        await DoAsync(new SubmitProgrammeForReview(programme.Id, programme.Version), cancellationToken);

        // A command knows no other day than today; then no act could be of an earlier one.
        DateOnly? submittedOn = session.Years.Move(new DateOnly(2026, 11, 2));
        await session
            .Database.Programmes.Where(one => one.Id == programme.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(one => one.SubmittedOn, submittedOn), cancellationToken);
        for (var expert = 0; expert < verdicts.Length; expert++)
        {
            var verdict = verdicts[expert];
            var review = new ProgrammeReviewBody
            {
                ExpertName = $"Эксперт {expert + 1} (демонстрация)",
                Criteria =
                [
                    new() { Title = "Актуальность и соответствие запросу", Verdict = CriterionVerdict.Met },
                    new()
                    {
                        Title = "Учебный план и практическая часть",
                        Verdict =
                            verdict == ReviewVerdict.Recommended ? CriterionVerdict.Met : CriterionVerdict.PartlyMet,
                        Comment = verdict == ReviewVerdict.Recommended ? null : "Увеличить долю практических занятий",
                    },
                ],
                Verdict = verdict,
                ReviewedOn = session.Years.Move(new DateOnly(2026, 11, 10)),
            };
            await DoAsync(new AddProgrammeReview(programme.Id, review), cancellationToken);
        }
    }

    /// <summary>Needs of the first person's organisation, and its plans of this year and the next.</summary>
    private async Task PlanAsync(IReadOnlyList<Guid> people, CancellationToken cancellationToken)
    {
        var teacher = await session.AskAsync(new GetEmployee(people[0]), cancellationToken);
        var (school, year) = (teacher.Employments[0].OrganisationId, session.Years.Move(2026));
        var need = new StateTrainingNeed
        {
            OrganisationId = school,
            EmployeeId = teacher.Id,
            Topic = "Функциональная грамотность",
            Year = year + 1,
            Source = TrainingNeedSource.Diagnostics,
            Comment = "Дефицит выявлен диагностикой предметных компетенций",
        };
        await DoAsync(need, cancellationToken);
        await DoAsync(new MakeTrainingPlan { OrganisationId = school, Year = year + 1 }, cancellationToken);
        var several = need with
        {
            EmployeeId = null,
            People = 4,
            Topic = "Наставничество",
            Source = TrainingNeedSource.Survey,
            Comment = null,
        };
        await DoAsync(several, cancellationToken);
        await DoAsync(
            several with
            {
                People = 2,
                Topic = "Работа с одарёнными детьми",
                Source = TrainingNeedSource.HeadRequest,
            },
            cancellationToken
        );
        foreach (var (grade, pupils, classes) in new[] { (1, 96, 4), (5, 78, 3), (9, 51, 2) })
        {
            await DoAsync(
                new RecordContingent
                {
                    OrganisationId = school,
                    AcademicYear = AcademicYear.Of(session.Today),
                    Grade = grade,
                    Pupils = pupils,
                    Classes = classes,
                },
                cancellationToken
            );
        }

        await TopicsAsync(cancellationToken);
    }

    /// <summary>A vocabulary with two spellings of one thing, a topic of the past, and one that no programme has yet.</summary>
    private async Task TopicsAsync(CancellationToken cancellationToken)
    {
        foreach (var (code, name) in new[] { ("mentoring", "Наставничество в образовании"), ("mentors", "Наставники") })
        {
            await DoAsync(new RegisterTopic { Code = code, Name = name }, cancellationToken);
        }

        var past = await DoAsync(
            new RegisterTopic { Code = "remote", Name = "Дистанционное обучение" },
            cancellationToken
        );
        await DoAsync(new ArchiveTopic(past.Id, past.Version), cancellationToken);
        await DoAsync(new RegisterTopic { Code = "gifted", Name = "Работа с одарёнными детьми" }, cancellationToken);
    }

    private Task<T> DoAsync<T>(ICommand<T> command, CancellationToken cancellationToken) =>
        session.DoAsync(DemoKind.Step, _made++, command, cancellationToken);
}
