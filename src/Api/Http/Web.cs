using MethodCenter.Application.Common.Batches;
using MethodCenter.Application.Common.Messaging;
using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Papers;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Common.Reports;
using MethodCenter.Application.Common.Tables;
using MethodCenter.Application.Learning.Certificates;
using MethodCenter.Application.Teaching.Timetables;
using MethodCenter.Domain.Common;

namespace MethodCenter.Api.Http;

/// <summary>What endpoints do with a request: send it and shape the answer. One per request.</summary>
internal sealed class Web(IDispatcher dispatcher, IHttpContextAccessor accessor)
{
    private CancellationToken Aborted => accessor.HttpContext!.RequestAborted;

    public async Task<OkOutcome<T>> Read<T>(IQuery<T> query) => new(await dispatcher.SendAsync(query, Aborted));

    /// <summary>
    /// Reads a report; a workbook, where the client asks for one, has all rows of a report with pages.
    /// </summary>
    public async Task<ReportOutcome<T>> Report<T>(IReportQuery<T> query)
    {
        var asWorkbook = ReportOutcome<T>.IsWorkbookAsked(accessor.HttpContext!.Request);
        if (asWorkbook && query is ListQuery list)
        {
            query = (IReportQuery<T>)(list with { Limit = ReportWorkbook.MostRows, Cursor = null });
        }

        return new(await dispatcher.SendAsync(query, Aborted), asWorkbook ? query : null);
    }

    public async Task<OkOutcome<T>> Change<T>(ICommand<T> command) => new(await dispatcher.SendAsync(command, Aborted));

    public async Task<CreatedOutcome<T>> Create<T>(ICommand<T> command, Func<T, string> location) =>
        new(await dispatcher.SendAsync(command, Aborted), location);

    public async Task<UpsertOutcome<T>> Upsert<T>(ICommand<Upserted<T>> command, Func<T, string> location) =>
        new(await dispatcher.SendAsync(command, Aborted), location);

    public async Task<BatchOutcome> Batch(ICommand<BatchResult> batch) =>
        new(await dispatcher.SendAsync(batch, Aborted));

    /// <summary>Begins a long work: 202 with the operation to follow.</summary>
    public async Task<AcceptedOutcome<T>> Accept<T>(ICommand<T> command, Func<T, string> location) =>
        new(await dispatcher.SendAsync(command, Aborted), location);

    public async Task<FileOutcome> File(IQuery<FileAnswer> query) => new(await dispatcher.SendAsync(query, Aborted));

    public async Task<FileOutcome> File(ICommand<FileAnswer> command) =>
        new(await dispatcher.SendAsync(command, Aborted));

    public async Task<PaperOutcome> Paper(IQuery<PaperFile> query) => new(await dispatcher.SendAsync(query, Aborted));

    public async Task<CalendarOutcome> Calendar(IQuery<TimetableCalendar> query) =>
        new(await dispatcher.SendAsync(query, Aborted));

    /// <summary>The same, for callers who must not learn why they are refused.</summary>
    public async Task<CalendarOutcome> Calendar(IQuery<TimetableCalendar> query, Error refusal)
    {
        var calendar = await dispatcher.SendAsync(query, Aborted);
        return new CalendarOutcome(calendar.Refused ? refusal : calendar);
    }

    public async Task<TokenOutcome> Token(IQuery<SignedCredential> query) =>
        new(await dispatcher.SendAsync(query, Aborted));

    public async Task<NoContentOutcome> Remove(ICommand<Nothing> command) =>
        new(await dispatcher.SendAsync(command, Aborted));

    /// <summary>A merge patch: reads the current representation, merges, and sends the whole as a change.</summary>
    /// <remarks>The change checks the revision again, so nothing comes between the reading and the writing.</remarks>
    public async Task<OkOutcome<T>> Patch<TBody, T>(
        IQuery<T> present,
        Patch<TBody> patch,
        IfMatch ifMatch,
        Func<TBody, ICommand<T>> change
    )
        where TBody : class
        where T : DetailsModel
    {
        var read = await dispatcher.SendAsync(present, Aborted);
        if (!read.Succeeded(out var details, out _))
        {
            return new OkOutcome<T>(read);
        }

        return Versions.Check(ifMatch.Version, details.Version) is { } stale
            ? new OkOutcome<T>(stale)
            : new OkOutcome<T>(await dispatcher.SendAsync(change(patch.ApplyTo(details)), Aborted));
    }
}
