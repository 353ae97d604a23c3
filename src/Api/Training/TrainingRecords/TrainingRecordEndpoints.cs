using MethodCenter.Application.Training.TrainingRecords;

namespace MethodCenter.Api.Training.TrainingRecords;

/// <summary>Training records.</summary>
internal static class TrainingRecordEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var group = routes.MapArea(
            "training-records",
            new Heading("Training records", "Enter training that employees have completed, here or elsewhere.")
        );
        group.Post("", RecordTraining);
        group.Get("", ListTrainingRecords);
        group.Get("{id:guid}", GetTrainingRecord);
        group.Post("{id:guid}/annulment", AnnulTrainingRecord);
    }

    /// <summary>Record training</summary>
    /// <remarks>
    /// Training that was completed, wherever. The norm of hours in force on the day of completion decides (DPO-2); the
    /// document follows from the kind of the programme (FRDO-3) and is not older than the completion (DPO-6). Somebody
    /// who did not work there on the day is entered with <c>warnings</c>. What is completed on the centre's own courses
    /// stands in the enrolments and is not entered here.
    /// </remarks>
    private static Task<CreatedOutcome<TrainingRecordDetails>> RecordTraining(Body<RecordTraining> body, Web web) =>
        web.Create(body.Value, record => $"{Routes.Base}/training-records/{record.Id}");

    /// <summary>List training records</summary>
    /// <remarks>By employee, organisation, provider, kind, topic, state, academic year or days of completion.</remarks>
    private static Task<OkOutcome<Page<TrainingRecordListItem>>> ListTrainingRecords(
        Query<ListTrainingRecords> query,
        Web web
    ) => web.Read(query.Value);

    /// <summary>Training record</summary>
    /// <remarks>One record with its document and topics; the ETag is its revision.</remarks>
    private static Task<OkOutcome<TrainingRecordDetails>> GetTrainingRecord(Guid id, Web web) =>
        web.Read(new GetTrainingRecord(id));

    /// <summary>Annul a training record made by mistake</summary>
    /// <remarks>The record is kept with the reason but no longer counts.</remarks>
    private static Task<OkOutcome<TrainingRecordDetails>> AnnulTrainingRecord(
        Guid id,
        Body<TrainingRecordAnnulmentBody> body,
        IfMatch ifMatch,
        Web web
    ) => web.Change(new AnnulTrainingRecord(id, ifMatch.Version, body.Value));
}
