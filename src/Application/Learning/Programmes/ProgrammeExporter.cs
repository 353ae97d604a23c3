using MethodCenter.Application.Common.Datasets;
using Microsoft.EntityFrameworkCore;

namespace MethodCenter.Application.Learning.Programmes;

/// <summary>Programmes as rows of a file, by the filters of the list.</summary>
internal sealed class ProgrammeExporter(ILearningStore store) : IRowReader
{
    public IAsyncEnumerable<ProgrammeRow> Read(ListProgrammes filter) =>
        ListProgrammesHandler
            .Filter(store.Programmes.AsNoTracking(), filter)
            .OrderBy(programme => programme.TitleKey)
            .ThenBy(programme => programme.Id)
            .Select(programme => new ProgrammeRow
            {
                Code = programme.Code,
                Title = programme.Title,
                Kind = programme.Kind,
                Hours = programme.Hours,
                Line = programme.Line,
                Form = programme.Form,
                ApprovedOn = programme.ApprovedOn,
                Status = programme.Status,
            })
            .AsAsyncEnumerable();
}
