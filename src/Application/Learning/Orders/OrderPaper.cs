using System.Globalization;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Learning.Programmes;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Learning.Programmes;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>What the paper of an order says besides the order.</summary>
internal sealed record OrderPaperFacts
{
    /// <summary>The centre as it was called on the day of the order.</summary>
    public required Letterhead Centre { get; init; }

    public required string Programme { get; init; }

    public required ProgrammeKind ProgrammeKind { get; init; }

    public required int Hours { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }
}

/// <summary>The text of an order (PAPER-1). In Russian alone: it is a paper of a Russian institution.</summary>
internal static class OrderPaper
{
    private const string Law = "Федерального закона от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»";

    /// <summary>How a ground begins that can stand in the preamble as it is.</summary>
    private static readonly string[] Openings =
    [
        "в соответствии",
        "на основании",
        "во исполнение",
        "в целях",
        "в связи",
        "согласно",
        "руководствуясь",
    ];

    public static Paper Of(OrderDetails order, OrderPaperFacts facts) =>
        new()
        {
            Title = TitleOf(order),
            Blocks = [.. Heading(order, facts), .. Body(order, facts), .. Signature(order, facts)],
        };

    /// <summary>«Приказ о зачислении № 17-у от 20.10.2025».</summary>
    public static string TitleOf(OrderDetails order)
    {
        var subject = order.Kind switch
        {
            OrderKind.Enrolment => "о зачислении",
            OrderKind.Completion => "об отчислении в связи с завершением обучения",
            _ => "об отчислении",
        };
        return $"Приказ {subject} № {order.Number} от {PaperWords.Short(order.Date)}";
    }

    private static IEnumerable<PaperBlock> Heading(OrderDetails order, OrderPaperFacts facts)
    {
        foreach (var line in facts.Centre.Top())
        {
            yield return line;
        }

        if (Mark(order) is { } mark)
        {
            yield return new PaperText(mark) { Align = PaperAlign.Right, Bold = true };
        }

        yield return new PaperText("ПРИКАЗ")
        {
            Align = PaperAlign.Centre,
            Bold = true,
            Points = 16,
        };
        yield return new PaperText("");
        yield return new PaperColumns([
            new PaperPart(35, new PaperText(PaperWords.Long(order.Date))),
            new PaperPart(30, new PaperText(facts.Centre.Town ?? "") { Align = PaperAlign.Centre }),
            new PaperPart(35, new PaperText($"№ {order.Number}") { Align = PaperAlign.Right }),
        ]);
        yield return new PaperText("");
        yield return new PaperText(Subject(order.Kind)) { Bold = true };
        yield return new PaperText("");
    }

    private static IEnumerable<PaperBlock> Body(OrderDetails order, OrderPaperFacts facts)
    {
        yield return Paragraph($"{Preamble(order)} ПРИКАЗЫВАЮ:") with
        {
            KeepWithNext = true,
        };
        yield return Paragraph($"1. {Who(order, facts)}") with
        {
            KeepWithNext = true,
        };

        // DPO-5: learners who have not passed leave by the same order, with another document; so the outcome stands on
        // each line.
        var withOutcome = order is { Kind: OrderKind.Completion, SignedAt: not null };
        List<PaperColumn> columns =
        [
            new("№", 6),
            new("Фамилия, имя, отчество", withOutcome ? 28 : 38),
            new("Организация", withOutcome ? 20 : 30),
            new("Должность", withOutcome ? 16 : 26),
        ];
        if (withOutcome)
        {
            columns.Add(new PaperColumn("Документ", 30));
        }

        yield return new PaperTable(
            columns,
            [.. order.Lines.Select(line => Row(line, withOutcome ? facts.ProgrammeKind : null))]
        );
        yield return new PaperText("") { Points = 6 };
        var number = 2;
        foreach (var point in order.Points is [] ? Usual(order, facts) : order.Points)
        {
            yield return Paragraph($"{number++}. {Sentence(point.Text)}") with
            {
                KeepWithNext = true,
            };
            var due = point.DueOn is { } day ? $"до {PaperWords.Short(day)}" : "до «___» ____________ 20___ г.";
            yield return Paragraph($"Ответственный: {Sentence(point.Executor ?? Letterhead.Blank)} Срок: {due}");
        }

        yield return Paragraph($"{number}. Контроль за исполнением настоящего приказа {Control(order.Control)}.") with
        {
            KeepWithNext = true,
        };
    }

    private static string Preamble(OrderDetails order)
    {
        if (order.Basis?.TrimEnd('.', ',', ':', ';', ' ') is not { Length: > 0 } basis)
        {
            // Art. 53: an order on admission begins the relation, art. 61: what ends it.
            return $"В соответствии со статьёй {(order.Kind == OrderKind.Enrolment ? 53 : 61)} {Law}";
        }

        return Openings.Any(opening => basis.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            ? char.ToUpperInvariant(basis[0]) + basis[1..]
            : $"На основании документов ({basis})";
    }

    private static string Who(OrderDetails order, OrderPaperFacts facts)
    {
        var course =
            $"по {ProgrammeWords.Dative(facts.ProgrammeKind)} «{facts.Programme}» ({PaperWords.Hours(facts.Hours)}, "
            + $"с {PaperWords.Short(facts.StartsOn)} по {PaperWords.Short(facts.EndsOn)})";
        var day = order.Kind switch
        {
            OrderKind.Enrolment when order.Date < facts.StartsOn => facts.StartsOn,
            OrderKind.Expulsion => order.LeavesOn ?? order.Date,
            _ => order.Date,
        };
        var from = PaperWords.Short(day);
        return order.Kind switch
        {
            OrderKind.Enrolment => $"Зачислить с {from} на обучение {course} следующих слушателей:",
            OrderKind.Completion => $"Отчислить с {from} в связи с завершением обучения {course} следующих слушателей:",
            _ => $"Отчислить с {from} с обучения {course} следующих слушателей. Причина отчисления: "
                + $"{order.Reason?.TrimEnd('.') ?? Letterhead.Blank + Letterhead.Blank}.",
        };
    }

    private static List<string> Row(OrderLineModel line, ProgrammeKind? outcomeOf)
    {
        List<string> cells =
        [
            line.Number.ToString(CultureInfo.InvariantCulture),
            line.FullName,
            line.Organisation,
            line.Position ?? "",
        ];
        if (outcomeOf is { } kind)
        {
            cells.Add(
                line.StateAfter == EnrolmentState.Completed ? Document(kind)
                : HasReference(kind) ? "справка об обучении"
                : "–"
            );
        }

        return cells;
    }

    /// <summary>What an order of the kind says where nothing else is asked for.</summary>
    private static IEnumerable<OrderPoint> Usual(OrderDetails order, OrderPaperFacts facts) =>
        [
            order.Kind switch
            {
                OrderKind.Enrolment => new OrderPoint(
                    "Организовать обучение слушателей в соответствии с учебным планом и расписанием",
                    Executor: null,
                    facts.EndsOn
                ),
                OrderKind.Completion => new OrderPoint(Handing(facts.ProgrammeKind), Executor: null, DueOn: null),
                _ => new OrderPoint(
                    "Ознакомить отчисленных слушателей и направившие их организации с настоящим приказом",
                    Executor: null,
                    DueOn: null
                ),
            },
        ];

    private static string Handing(ProgrammeKind kind)
    {
        var passed = kind switch
        {
            ProgrammeKind.ProfessionalDevelopment => "удостоверения о повышении квалификации",
            ProgrammeKind.Retraining => "дипломы о профессиональной переподготовке",
            _ => "сертификаты",
        };
        return HasReference(kind)
            ? $"Выдать слушателям, прошедшим итоговую аттестацию, {passed}, остальным – справки об обучении"
            : $"Выдать слушателям, завершившим обучение, {passed}";
    }

    private static string Document(ProgrammeKind kind) =>
        kind switch
        {
            ProgrammeKind.ProfessionalDevelopment => "удостоверение о повышении квалификации",
            ProgrammeKind.Retraining => "диплом о профессиональной переподготовке",
            _ => "сертификат",
        };

    /// <summary>The law knows a reference of study for additional professional programmes alone.</summary>
    private static bool HasReference(ProgrammeKind kind) =>
        kind is ProgrammeKind.ProfessionalDevelopment or ProgrammeKind.Retraining;

    private static string Control(string? control) =>
        control?.TrimEnd('.') switch
        {
            null => "оставляю за собой",
            { } who when who.StartsWith("на ", StringComparison.OrdinalIgnoreCase) => $"возложить {who}",
            { } who => $"возложить на: {who}",
        };

    private static IEnumerable<PaperBlock> Signature(OrderDetails order, OrderPaperFacts facts)
    {
        var head = order.Signatory is { } signed ? new PaperSignatory(signed.Post, signed.Name) : facts.Centre.Head;
        yield return new PaperText("") { KeepWithNext = true };
        yield return Letterhead.Signature(head, "Руководитель");
        foreach (var executor in order.Points.Select(point => point.Executor).OfType<string>().Distinct())
        {
            yield return new PaperText("") { Points = 6 };
            yield return new PaperText(
                $"С приказом ознакомлен(а): {executor} ________________ «___» ____________ 20___ г."
            )
            {
                Points = 11,
            };
        }
    }

    private static string Subject(OrderKind kind) =>
        kind switch
        {
            OrderKind.Enrolment => "О зачислении слушателей",
            OrderKind.Completion => "Об отчислении слушателей в связи с завершением обучения",
            _ => "Об отчислении слушателей",
        };

    private static string? Mark(OrderDetails order) =>
        order.State switch
        {
            OrderState.Draft => "ПРОЕКТ",
            OrderState.Cancelled => $"ОТМЕНЁН {PaperWords.Short(order.CancelledOn!.Value)}",
            _ => null,
        };

    private static string Sentence(string text) => text[^1] is '.' or '!' or ';' or ':' ? text : text + ".";

    private static PaperText Paragraph(string text) => new(text) { Align = PaperAlign.Justify, Indented = true };
}
