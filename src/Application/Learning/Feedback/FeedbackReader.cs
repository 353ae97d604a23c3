using MethodCenter.Application.Common.Percents;
using MethodCenter.Application.Common.Persistence;
using MethodCenter.Application.Learning.Courses;
using MethodCenter.Application.Learning.Enrolments;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Feedback;

namespace MethodCenter.Application.Learning.Feedback;

/// <summary>What several use cases of feedback need: the questions of a day, who could answer, what may be shown.</summary>
internal sealed class FeedbackReader(ILearningStore store, INorms norms, IClock clock)
{
    public async Task<FeedbackQuestionnaireInForce> InForceAsync(DateOnly on, CancellationToken cancellationToken)
    {
        var own = await store
            .FeedbackQuestionnaires.AsNoTracking()
            .Where(questionnaire => questionnaire.ValidFrom <= on)
            .OrderByDescending(questionnaire => questionnaire.ValidFrom)
            .FirstOrDefaultAsync(cancellationToken);
        return new FeedbackQuestionnaireInForce
        {
            QuestionnaireId = own?.Id,
            Title = own?.Title ?? StandardQuestionnaire.Title,
            On = on,
            Questions = own?.Questions ?? StandardQuestionnaire.Questions,
        };
    }

    /// <summary>Who studied to the end; of all organisations, since the sheets come from all of them.</summary>
    public Task<int> CountLearnersAsync(Guid courseId, CancellationToken cancellationToken) =>
        store
            .Enrolments.IgnoreQueryFilters([QueryFilters.Organisations])
            .CountAsync(
                enrolment =>
                    enrolment.CourseId == courseId
                    && (enrolment.State == EnrolmentState.Enrolled || enrolment.State == EnrolmentState.Completed),
                cancellationToken
            );

    /// <summary>Feedback as it may be shown: by the norms of today, the day on which it is read.</summary>
    /// <param name="one">Whose feedback.</param>
    /// <param name="counted">The learners, where they have been counted already.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<CourseFeedbackDetails?> FindAsync(
        IQueryable<CourseFeedback> one,
        int? counted,
        CancellationToken cancellationToken
    )
    {
        var (courses, questionnaires) = (store.Courses, store.FeedbackQuestionnaires);
        var found = await one.AsNoTracking()
            .Select(feedback => new
            {
                Feedback = feedback,
                CourseTitle = courses
                    .Where(course => course.Id == feedback.CourseId)
                    .Select(course => course.Title)
                    .FirstOrDefault(),
                CourseNumber = courses
                    .Where(course => course.Id == feedback.CourseId)
                    .Select(course => (int?)course.Number)
                    .FirstOrDefault(),
                QuestionnaireTitle = questionnaires
                    .Where(questionnaire => questionnaire.Id == feedback.QuestionnaireId)
                    .Select(questionnaire => questionnaire.Title)
                    .FirstOrDefault(),
            })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var feedback = found.Feedback;
        var learners = counted ?? await CountLearnersAsync(feedback.CourseId, cancellationToken);
        var limits = FeedbackLimits.On(clock.Today, await norms.GetAsync(cancellationToken));
        var withheld = limits.Withholds(feedback.Respondents);
        return new CourseFeedbackDetails
        {
            Id = feedback.Id,
            Version = feedback.Version,
            CourseId = feedback.CourseId,
            CourseTitle = found.CourseTitle,
            CourseNumber = found.CourseNumber,
            QuestionnaireId = feedback.QuestionnaireId,
            QuestionnaireTitle = found.QuestionnaireTitle ?? StandardQuestionnaire.Title,
            Learners = learners,
            Respondents = feedback.Respondents,
            ResponsePercent = Percent.Of(feedback.Respondents, learners),
            Withheld = withheld,
            LeastRespondents = limits.LeastRespondents,
            Questions = withheld
                ? []
                : [.. feedback.Tallies.Select(tally => FeedbackQuestionResult.Of([tally], limits))],
        };
    }
}
