using System.Globalization;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;

namespace MethodCenter.Application.Learning.Orders;

/// <summary>What the paper of an order says besides the order.</summary>
internal sealed record OrderPaperFacts
{
    public required string Centre { get; init; }

    public required string? Address { get; init; }

    public required string Programme { get; init; }

    public required int Hours { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }
}

/// <summary>The text of an order. In Russian alone: it is a paper of a Russian institution.</summary>
internal static class OrderPaper
{
    public static Paper Of(OrderDetails order, OrderPaperFacts facts) =>
        new()
        {
            Title = $"Приказ № {order.Number} от {PaperWords.Short(order.Date)}",
            Blocks = [.. Heading(order, facts), .. Body(order, facts), .. Signature()],
        };

    private static IEnumerable<PaperBlock> Heading(OrderDetails order, OrderPaperFacts facts)
    {
        yield return new PaperText(facts.Centre) { Align = PaperAlign.Centre, Bold = true };
        if (facts.Address is { } address)
        {
            yield return new PaperText(address) { Align = PaperAlign.Centre, Points = 10 };
        }

        yield return new PaperText("");
        yield return new PaperText("ПРИКАЗ")
        {
            Align = PaperAlign.Centre,
            Bold = true,
            Points = 16,
        };
        yield return new PaperText($"{PaperWords.Long(order.Date)} № {order.Number}") { Align = PaperAlign.Centre };
        if (Mark(order) is { } mark)
        {
            yield return new PaperText(mark) { Align = PaperAlign.Right, Bold = true };
        }

        yield return new PaperText("");
        yield return new PaperText(Subject(order.Kind)) { Bold = true };
    }

    private static IEnumerable<PaperBlock> Body(OrderDetails order, OrderPaperFacts facts)
    {
        if (order.Basis is { } basis)
        {
            yield return Paragraph($"Основание: {basis}.");
        }

        yield return new PaperText("ПРИКАЗЫВАЮ:") { Bold = true };
        var course =
            $"по программе «{facts.Programme}» ({PaperWords.Hours(facts.Hours)}, "
            + $"с {PaperWords.Short(facts.StartsOn)} по {PaperWords.Short(facts.EndsOn)})";
        yield return Paragraph(
            order.Kind switch
            {
                OrderKind.Enrolment => $"Зачислить на обучение {course} следующих слушателей:",
                OrderKind.Completion => $"Отчислить в связи с завершением обучения {course} следующих слушателей:",
                _ => $"Отчислить с обучения {course} следующих слушателей:",
            }
        );

        // DPO-5: learners who have not passed leave by the same order, with another document; so the outcome stands on
        // each line.
        var withOutcome = order is { Kind: OrderKind.Completion, SignedAt: not null };
        List<PaperColumn> columns =
        [
            new("№", 6),
            new("Фамилия, имя, отчество", withOutcome ? 30 : 38),
            new("Организация", withOutcome ? 24 : 32),
            new("Должность", withOutcome ? 20 : 24),
        ];
        if (withOutcome)
        {
            columns.Add(new PaperColumn("Документ", 20));
        }

        yield return new PaperTable(columns, [.. order.Lines.Select(line => Row(line, withOutcome))]);
    }

    private static List<string> Row(OrderLineModel line, bool withOutcome)
    {
        List<string> cells =
        [
            line.Number.ToString(CultureInfo.InvariantCulture),
            line.FullName,
            line.Organisation,
            line.Position ?? "",
        ];
        if (withOutcome)
        {
            cells.Add(line.StateAfter == EnrolmentState.Completed ? "документ об обучении" : "справка об обучении");
        }

        return cells;
    }

    private static IEnumerable<PaperBlock> Signature() =>
        [
            new PaperText(""),
            new PaperText("Руководитель  ____________________  /____________________/"),
            new PaperText(""),
            new PaperText("М. П.") { Points = 10 },
        ];

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

    private static PaperText Paragraph(string text) => new(text) { Align = PaperAlign.Justify, Indented = true };
}
