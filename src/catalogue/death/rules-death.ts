import type { Check, FoundBy } from '../../modules/procedures/index.ts'
import { daysBetween } from '../../platform/plain-date.ts'
import { isSurelyAfter, lastDayOf, readDeath } from './death.ts'

/** @basis NĐ 82/2020/NĐ-CP: no warning for lateness from 2020-09-01; NĐ 110/2013/NĐ-CP (check) */
const LAST_DAY_OF_WARNING = '2020-08-31'

/**
 * Nobody dies before birth. Where only the years are known they alone are compared.
 * @basis LHT 60/2014/QH13, Điều 32 khoản 1, Điều 34: what is registered has happened
 */
export const afterBirth: Check = ({ answers }) => {
  const { deceased, diedOn, diedAtTime, newborn } = readDeath(answers)
  const { birthDate } = deceased
  if (birthDate === undefined || diedOn === undefined) return []
  const isSameDay = birthDate === diedOn && birthDate.length === 10
  const isEarlierThatDay =
    isSameDay &&
    newborn.birthTime !== undefined &&
    diedAtTime !== undefined &&
    diedAtTime < newborn.birthTime
  if (!isSurelyAfter(birthDate, diedOn) && !isEarlierThatDay) return []
  return [
    {
      severity: 'refuse',
      fields: ['death.date', 'deceased.birthDate'],
      message: {
        vi: 'Ngày mất trước ngày sinh. Sửa lại theo Giấy báo tử và giấy tờ của người mất.',
        en: 'The day of death is before the birth. Correct it by the notice and the papers.',
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 34',
    },
  ]
}

/** @basis LHT 60/2014/QH13, Điều 34: what is registered has happened */
export const notInFuture: Check = ({ answers, facts }) => {
  const { diedOn, diedAtTime } = readDeath(answers)
  if (diedOn === undefined) return []
  const isLaterToday =
    diedOn === facts.filedOn &&
    facts.filedOn === facts.today &&
    facts.time !== undefined &&
    diedAtTime !== undefined &&
    diedAtTime > facts.time
  if (!isSurelyAfter(diedOn, facts.filedOn) && !isLaterToday) return []
  return [
    {
      severity: 'refuse',
      fields: isLaterToday ? ['death.time'] : ['death.date'],
      message: {
        vi: 'Giờ, ngày mất sau lúc nộp hồ sơ. Sửa lại theo Giấy báo tử.',
        en: 'The death is after the moment of filing. Correct it by the notice.',
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 34',
    },
  ]
}

/**
 * A death is declared within 15 days, the day of death not counted; later it is registered all the
 * same and noted in the register. A day not wholly known is late when every day it can mean is.
 * @basis LHT 60/2014/QH13, Điều 33 khoản 1
 */
export const late: Check = ({ answers, params, facts }) => {
  const died = lastDayOf(readDeath(answers).diedOn ?? '')
  const days = Number(params['days'])
  if (!died || daysBetween(died, facts.filedOn) <= days) return []
  const mayWarn = facts.filedOn <= LAST_DAY_OF_WARNING
  return [
    {
      severity: 'note',
      fields: ['death.date'],
      message: {
        vi: mayWarn
          ? `Đã quá ${days} ngày kể từ ngày mất. Phường vẫn đăng ký; ông/bà có thể bị nhắc nhở ` +
            `(cảnh cáo), không bị phạt tiền.`
          : `Đã quá ${days} ngày kể từ ngày mất. Phường vẫn đăng ký; ông/bà không bị phạt.`,
        en: mayWarn
          ? `More than ${days} days since the death. It is registered all the same, perhaps ` +
            `with a warning, never a fine.`
          : `More than ${days} days since the death. It is registered all the same, without a ` +
            `fine.`,
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 33 khoản 1',
      remark: 'Đăng ký quá hạn',
    },
  ]
}

/**
 * The commune of the last residence registers; where that is not known, the commune where the
 * person died or was found. Outside the city none of its communes is competent.
 * @basis LHT 60/2014/QH13, Điều 32
 */
export const jurisdiction: Check = ({ answers }) => {
  const { deceased, place } = readDeath(answers)
  const { isResidenceKnown, lastResidence } = deceased
  const decides = isResidenceKnown ? lastResidence : place
  if (decides === undefined || decides.scope === 'city') return []
  return [
    {
      severity: 'refuse',
      fields: [isResidenceKnown ? 'deceased.lastResidence' : 'death.place'],
      message: isResidenceKnown
        ? {
            vi:
              `Nơi cư trú cuối cùng không thuộc Hà Nội. Ông/bà nộp hồ sơ tại UBND cấp xã ở: ` +
              `${decides.place}.`,
            en: `The last residence is not in Hanoi. File with the commune at: ${decides.place}.`,
          }
        : {
            vi:
              `Không rõ nơi cư trú cuối cùng thì nơi người đó mất đăng ký. Ông/bà nộp hồ sơ tại ` +
              `UBND cấp xã ở: ${decides.place}.`,
            en:
              `Where the last residence is not known, the place of death registers. File with ` +
              `the commune at: ${decides.place}.`,
          },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 32',
    },
  ]
}

/**
 * A relative declares; where there is none, whoever the death concerns.
 * @basis LHT 60/2014/QH13, Điều 33 khoản 1
 */
export const requester: Check = ({ answers }) => {
  const { relation, requesterNumber, deceased } = readDeath(answers)
  const basis = 'Luật Hộ tịch 60/2014/QH13, Điều 33 khoản 1'
  const found: FoundBy[] = []
  if (requesterNumber !== undefined && requesterNumber === deceased.idNumber)
    found.push({
      severity: 'refuse',
      fields: ['requester.idNumber', 'deceased.idNumber'],
      message: {
        vi: 'Số giấy tờ của ông/bà và của người mất giống nhau. Sửa lại số ghi nhầm.',
        en: 'Your number and that of the deceased are the same. Correct the wrong one.',
      },
      basis,
    })
  if (relation === 'organisation' || relation === 'person')
    found.push({
      severity: 'note',
      fields: ['requester.relation'],
      message: {
        vi: 'Cơ quan, tổ chức, cá nhân liên quan đăng ký khi người mất không có người thân thích.',
        en: 'An agency, organisation or person concerned registers when there is no relative.',
      },
      basis,
    })
  return found
}

/**
 * The notice, or what stands for it, attests a death that has happened. A court may declare a death
 * of any day.
 * @basis NĐ 123/2015/NĐ-CP, Điều 4 khoản 2
 */
export const notice: Check = ({ answers }) => {
  const death = readDeath(answers)
  const { day } = death.notice
  if (day === undefined || death.diedOn === undefined || death.circumstance === 'court') return []
  if (!isSurelyAfter(death.diedOn, day)) return []
  return [
    {
      severity: 'refuse',
      fields: ['notice.day', 'death.date'],
      message: {
        vi: 'Giấy báo tử có ngày cấp trước ngày mất. Xem lại hai ngày trên giấy.',
        en: 'The notice is dated before the death. Check both days on the paper.',
      },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 4 khoản 2',
    },
  ]
}

/**
 * A foreigner's death is another procedure: the district's until 2025-06-30, the commune's since.
 * @basis LHT 60/2014/QH13, Điều 51; NĐ 120/2025/NĐ-CP (to be checked)
 */
export const nationality: Check = ({ answers, params, facts }) => {
  const { nationality: declared } = readDeath(answers).deceased
  if (declared === undefined || declared === params['country']) return []
  const isDistrict = facts.filedOn <= '2025-06-30'
  return [
    {
      severity: 'refuse',
      fields: ['deceased.nationality'],
      message: {
        vi: isDistrict
          ? 'Khai tử cho người nước ngoài làm tại UBND quận, huyện, theo thủ tục khác.'
          : 'Khai tử cho người nước ngoài làm tại phường, xã, theo thủ tục khác. Hỏi Bộ phận Một cửa.',
        en: isDistrict
          ? "A foreigner's death is registered by the district, by another procedure."
          : "A foreigner's death is registered by another procedure. Ask the one-stop desk.",
      },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 51; Nghị định 120/2025/NĐ-CP',
    },
  ]
}

/** @basis NĐ 123/2015/NĐ-CP, Điều 24 khoản 1: registered before the law came into force */
const FIRST_DAY_OF_THE_LAW = '2016-01-01'

/**
 * Registered again is what was registered before 2016-01-01, after the death.
 * @basis NĐ 123/2015/NĐ-CP, Điều 24 khoản 1, Điều 28
 */
export const previous: Check = ({ answers }) => {
  const registered = answers['previous.date']
  const { diedOn } = readDeath(answers)
  if (typeof registered !== 'string') return []
  const basis = 'Nghị định 123/2015/NĐ-CP, Điều 24 khoản 1'
  const found: FoundBy[] = []
  if (!isSurelyAfter(FIRST_DAY_OF_THE_LAW, registered))
    found.push({
      severity: 'refuse',
      fields: ['previous.date'],
      message: {
        vi:
          'Chỉ đăng ký lại việc đã đăng ký trước ngày 01/01/2016. Đăng ký từ ngày đó thì xin bản ' +
          'sao Trích lục tại nơi đã đăng ký.',
        en:
          'Only what was registered before 01/01/2016 is registered again. For a later one ask ' +
          'for a copy where it was registered.',
      },
      basis,
    })
  if (diedOn !== undefined && isSurelyAfter(diedOn, registered))
    found.push({
      severity: 'refuse',
      fields: ['previous.date', 'death.date'],
      message: {
        vi: 'Ngày đã đăng ký khai tử trước ngày mất. Xem lại hai ngày.',
        en: 'It cannot have been registered before the death. Check both days.',
      },
      basis,
    })
  return found
}
