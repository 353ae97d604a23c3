using FluentValidation;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Records a figure as the centre has published it; reports show it beside the computed one.</summary>
[Permission(StatedFigurePermissions.Write)]
public sealed record RecordStatedFigure : StatedFigureBody, ICommand<StatedFigureDetails>
{
    public required ReportCode Report { get; init; }

    /// <summary>
    /// By what the report counts: an academic year (<c>2019-2020</c>), a calendar year (<c>2026</c>), a day (<c>2026-11-28</c>),
    /// days (<c>2026-01-01/2026-06-30</c>) or <c>always</c>.
    /// </summary>
    public required string Period { get; init; }

    /// <summary>
    /// Cell of the report: the <c>key</c> of the row, with <c>#</c> and the name of the measure where it is not the first:
    /// <c>total</c>, <c>category:first</c>, <c>organisation:300#refused</c>. <c>GET /reports</c> lists what there is.
    /// </summary>
    public required string CellKey { get; init; }
}

internal sealed class StatedFigureBodyValidator : AbstractValidator<StatedFigureBody>
{
    public StatedFigureBodyValidator()
    {
        RuleFor(body => body.Value).InclusiveBetween(0m, StatedFigure.MostValue).PrecisionScale(12, 2, true);
        RuleFor(body => body.Source).NotEmpty().ShortText(StatedFigure.SourceMaxLength);
        RuleFor(body => body.Page).ShortText(StatedFigure.PageMaxLength);
    }
}

internal sealed class RecordStatedFigureValidator : AbstractValidator<RecordStatedFigure>
{
    public RecordStatedFigureValidator()
    {
        Include(new StatedFigureBodyValidator());
        RuleFor(command => command.Period).NotEmpty().ShortText(ReportPeriod.MaxLength);
        RuleFor(command => command.CellKey).NotEmpty().ShortText(StatedFigure.CellKeyMaxLength);
    }
}

internal sealed class RecordStatedFigureHandler(IOfficeStore store, IReads reads)
    : ICommandHandler<RecordStatedFigure, StatedFigureDetails>
{
    public Task<Answer<StatedFigureDetails>> Handle(RecordStatedFigure request, CancellationToken cancellationToken) =>
        Task.FromResult(Record(request));

    private Answer<StatedFigureDetails> Record(RecordStatedFigure request)
    {
        if (
            !StatedFigure
                .Record(
                    ReportCatalogue.Of(request.Report).Sheet,
                    request.Period,
                    request.CellKey,
                    request.Value,
                    request.Source,
                    request.Page
                )
                .Succeeded(out var figure, out var error)
        )
        {
            return error;
        }

        store.StatedFigures.Add(figure);
        return reads.Answer<StatedFigure, StatedFigureDetails>(figure);
    }
}
