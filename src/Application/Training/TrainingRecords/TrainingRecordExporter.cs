using System.Runtime.CompilerServices;
using MethodCenter.Application.Common.Datasets;
using MethodCenter.Application.Learning.Topics;
using MethodCenter.Application.Territory;
using MethodCenter.Application.Territory.Employees;
using MethodCenter.Application.Territory.Organisations;

namespace MethodCenter.Application.Training.TrainingRecords;

/// <summary>Training records as rows of a file, the earliest first.</summary>
internal sealed class TrainingRecordExporter(
    ITrainingStore store,
    ITerritoryStore territory,
    IExternalKeys keys,
    TopicReader topics
) : IRowReader
{
    public async IAsyncEnumerable<TrainingRecordRow> Read(
        ListTrainingRecords filter,
        string? source,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var known = keys.Of(PersonMatch.Resource, source);
        var parts = await ListTrainingRecordsHandler.PartsAsync(filter, topics, cancellationToken);
        var records = ListTrainingRecordsHandler.Filter(store.TrainingRecords.AsNoTracking(), filter, parts);

        // A person who is not to be seen leaves the record without a name.
        var rows =
            from record in records
            join organisation in territory.Organisations on record.OrganisationId equals organisation.Id
            join seen in territory.SeenEmployees on record.EmployeeId equals seen.Id into persons
            from employee in persons.DefaultIfEmpty()
            orderby record.CompletedOn, record.Id
            select new TrainingRecordRow
            {
                EmployeeKey = known.Where(key => key.Id == record.EmployeeId).Min(key => key.Key),
                LastName = employee!.LastName,
                FirstName = employee.FirstName,
                Patronymic = employee.Patronymic,
                BirthDate = employee.BirthDate,
                Snils = employee.Snils == null ? null : employee.Snils.Value.ToString(),
                Organisation = organisation.ShortName,
                OrganisationCode = organisation.Code,
                Provider = record.Provider,
                Title = record.Title,
                Kind = record.Kind,
                Hours = record.Hours,
                ProviderKind = record.ProviderKind,
                StartsOn = record.StartsOn,
                CompletedOn = record.CompletedOn,
                DocumentKind = record.DocumentKind,
                DocumentNumber = record.DocumentNumber,
                DocumentDate = record.DocumentDate,
                Topics = record.Topics,
                State = record.State,
            };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }
}
