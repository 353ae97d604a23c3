namespace MethodCenter.Application.Common.Models;

/// <summary>The outcome of an upsert: the object, and whether it is new.</summary>
public sealed record Upserted<T>(T Value, bool Created);

/// <summary>Answers to upserts.</summary>
public static class UpsertAnswers
{
    public static Answer<Upserted<TModel>> AnswerUpsert<TEntity, TModel>(
        this IReads reads,
        TEntity entity,
        bool created
    )
        where TEntity : Entity
        where TModel : class =>
        Answer<Upserted<TModel>>.AfterSave(async cancellationToken => new Upserted<TModel>(
            await reads.ReadAsync<TEntity, TModel>(entity, cancellationToken),
            created
        ));
}
