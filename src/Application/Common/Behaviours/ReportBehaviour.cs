using MediatR;
using MethodCenter.Application.Common.Reports;

namespace MethodCenter.Application.Common.Behaviours;

/// <summary>
/// Gives callers who may read aggregates only (PD-13) reports of whole years, without small cells and without names.
/// </summary>
/// <remarks>
/// Two periods or two selections that differ by little tell by their difference what neither tells alone; so these
/// callers choose a year and nothing else. Constrained to reports, so the container leaves it out of other requests.
/// </remarks>
internal sealed class ReportBehaviour<TRequest, TResponse>(Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IReportQuery
    where TResponse : IResult<TResponse>, IHeldValue
{
    private static readonly bool OfPersons = !typeof(TRequest).IsDefined(typeof(NotPersonsAttribute), inherit: false);

    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        if (!OfPersons || caller.May(ReportPermissions.ReadDetails))
        {
            return await next();
        }

        if (!ReportPeriods.IsWhole(request))
        {
            return TResponse.Refuse(ReportErrors.WholeYearsOnly);
        }

        var response = await next();
        if (response.Held is { } report)
        {
            SmallCells.Protect(report);
        }

        return response;
    }
}
