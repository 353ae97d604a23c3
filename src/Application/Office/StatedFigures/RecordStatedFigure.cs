using FluentValidation;
using MethodCenter.Application.Common.Validation;
using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;

namespace MethodCenter.Application.Office.StatedFigures;

/// <summary>Records a figure as the centre has published it; reports show it beside the computed one.</summary>
[Permission(StatedFigurePermissions.Write)]
public sealed record RecordStatedFigure : StatedFigureBody, ICommand<StatedFigureDetails>
{
    public required ReportCode Report { get; init; }

    /// <summary>Academic year, e.g. <c>2019-2020</c>.</summary>
    public required string Period { get; init; }

    /// <summary>Cell of the report, as the report itself names it in <c>key</c>: <c>total</c>, <c>category:first</c> …</summary>
    public required string CellKey { get; init; }
}

internal sealed class StatedFigureBodyValidator : AbstractValidator<StatedFigureBody>
{
    public StatedFigureBodyValidator()
    {
        RuleFor(body => body.Value).InclusiveBetween(0m, StatedFigure.MostValue).PrecisionScale(12, 2, true);
        RuleFor(body => body.Source).NotEmpty().ShortText(StatedFigure.SourceMaxLength);
    }
}

internal sealed class RecordStatedFigureValidator : AbstractValidator<RecordStatedFigure>
{
    public RecordStatedFigureValidator()
    {
        Include(new StatedFigureBodyValidator());
        RuleFor(command => command.Period).NotEmpty().ShortText(StatedFigure.PeriodMaxLength);
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
                .Record(request.Report, request.Period, request.CellKey, request.Value, request.Source)
                .Succeeded(out var figure, out var error)
        )
        {
            return error;
        }

        store.StatedFigures.Add(figure);
        return reads.Answer<StatedFigure, StatedFigureDetails>(figure);
    }
}
