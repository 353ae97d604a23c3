using MediatR;
using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Common.Behaviours;

/// <summary>
/// What holds for every report: callers who may read aggregates only (PD-13) get whole years, without small cells and
/// without names; every row gets its key and, beside it, what the centre has published for it.
/// </summary>
/// <remarks>
/// Two periods or two selections that differ by little tell by their difference what neither tells alone; so these
/// callers choose a year and nothing else, and see a year that still runs in steps. Constrained to reports, so the container leaves it out of other requests.
/// </remarks>
internal sealed class ReportBehaviour<TRequest, TResponse>(Caller caller, IStatedFigures figures, IClock clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IReportQuery
    where TResponse : IResult<TResponse>, IHeldValue
{
    private static readonly bool OfPersons = !typeof(TRequest).IsDefined(typeof(NotPersonsAttribute), inherit: false);
    private static readonly ReportDeclaration? Declaration = ReportCatalogue.OfQuery(typeof(TRequest));

    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        var protects = OfPersons && !caller.MayThroughout(ReportPermissions.ReadDetails);
        if (protects && !ReportPeriods.IsWhole(request))
        {
            return TResponse.Refuse(ReportErrors.WholeYearsOnly);
        }

        var response = await next();
        if (response.Held is { } report)
        {
            if (protects)
            {
                SmallCells.Protect(report);
                RoundWhileRunning(request, report);
            }

            if (Declaration is { } declaration)
            {
                await StateAsync(declaration, request, report, cancellationToken);
            }
        }

        return response;
    }

    /// <summary>What is not over changes from day to day: two days differ by few, whatever the cells hold.</summary>
    private void RoundWhileRunning(TRequest request, object report)
    {
        if (Declaration?.PeriodOf(request, report) is { To: { } last } && last < clock.Today)
        {
            return;
        }

        SmallCells.RoundDown(report);
        if (report is StatedReport stated)
        {
            stated.RoundedDownTo = SmallCells.Least;
        }
    }

    /// <summary>A centre publishes figures of all its organisations: who sees some of them has nothing to compare.</summary>
    private async Task StateAsync(
        ReportDeclaration declaration,
        TRequest request,
        object report,
        CancellationToken cancellationToken
    )
    {
        var lines = StatedFigures.Name(declaration, report);
        var isExact = report is StatedReport { RoundedDownTo: null };
        if (isExact && caller.Scope.AllOrganisations && declaration.PeriodOf(request, report) is { } period)
        {
            var stated = await figures.ReadAsync(declaration.Code, period, cancellationToken);
            StatedFigures.Put(declaration, report, lines, declaration.AskedFor(request), stated);
        }
    }
}
