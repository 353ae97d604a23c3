using MethodCenter.Application.Common.Papers;

namespace MethodCenter.Application.Learning.Applications;

/// <summary>Направление на обучение. In Russian alone: it is a paper of a Russian institution.</summary>
internal sealed record ReferralLetter
{
    public required string Number { get; init; }

    public required DateOnly Date { get; init; }

    public required string Centre { get; init; }

    public required string? Address { get; init; }

    public required string Provider { get; init; }

    public required string Programme { get; init; }

    public required int Hours { get; init; }

    public required string FullName { get; init; }

    public required string Organisation { get; init; }

    public Paper ToPaper() =>
        new()
        {
            Title = $"Направление № {Number} от {PaperWords.Short(Date)}",
            Blocks =
            [
                new PaperText(Centre) { Align = PaperAlign.Centre, Bold = true },
                .. Address is null
                    ? Array.Empty<PaperBlock>()
                    : [new PaperText(Address) { Align = PaperAlign.Centre, Points = 10 }],
                new PaperText(""),
                new PaperText($"{PaperWords.Short(Date)} № {Number}"),
                new PaperText(Provider) { Align = PaperAlign.Right },
                new PaperText(""),
                new PaperText("НАПРАВЛЕНИЕ")
                {
                    Align = PaperAlign.Centre,
                    Bold = true,
                    Points = 16,
                },
                new PaperText(""),
                Paragraph(
                    $"Центр направляет на обучение по программе «{Programme}» ({PaperWords.Hours(Hours)}) "
                        + "следующего работника:"
                ),
                new PaperTable(
                    [new PaperColumn("Фамилия, имя, отчество", 50), new PaperColumn("Место работы", 50)],
                    [
                        [FullName, Organisation],
                    ]
                ),
                Paragraph("О зачислении и об итогах обучения просим сообщить центру."),
                new PaperText(""),
                new PaperText("Руководитель  ____________________  /____________________/"),
                new PaperText(""),
                new PaperText("М. П.") { Points = 10 },
            ],
        };

    private static PaperText Paragraph(string text) => new(text) { Align = PaperAlign.Justify, Indented = true };
}
